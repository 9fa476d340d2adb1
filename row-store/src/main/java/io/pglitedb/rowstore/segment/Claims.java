package io.pglitedb.rowstore.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Ranges of rowids that running or prepared transactions fill with segments of their own: no other segment may
/// come to stand for them. By segment number. The commit thread adds and asks; any thread may remove and list.
public final class Claims {
    private final Map<Integer, Claim> bySegment = new ConcurrentHashMap<>();

    /// @param lastRowid belongs to the range
    public record Claim(int relationNumber, long firstRowid, long lastRowid) {}

    public void add(int segmentNumber, Claim claim) {
        bySegment.put(segmentNumber, claim);
    }

    public void remove(int segmentNumber) {
        bySegment.remove(segmentNumber);
    }

    /// Whether any of them has rowids in [first, last].
    public boolean overlap(int relationNumber, long firstRowid, long lastRowid) {
        return bySegment.values().stream()
                .anyMatch(claim -> claim.relationNumber == relationNumber
                        && claim.firstRowid <= lastRowid
                        && claim.lastRowid >= firstRowid);
    }

    public List<Claim> of(int relationNumber) {
        List<Claim> found = new ArrayList<>(bySegment.values());
        found.removeIf(claim -> claim.relationNumber != relationNumber);
        return found;
    }

    public List<Integer> segmentNumbers() {
        return List.copyOf(bySegment.keySet());
    }
}
