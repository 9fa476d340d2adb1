package io.pglitedb.rowstore.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The segments of one relation in one state, in the order of their rowids, which do not overlap.
///
/// @param entries ascending
public record Manifest(List<ManifestEntry> entries) {
    public static final Manifest EMPTY = new Manifest(List.of());

    public Manifest {
        entries = List.copyOf(entries);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /// The segment whose range has the rowid, null for none.
    public ManifestEntry find(long rowid) {
        int index = firstEndingAt(rowid);
        return index < entries.size() && entries.get(index).firstRowid() <= rowid ? entries.get(index) : null;
    }

    /// Segments that have rowids in [from, to).
    public List<ManifestEntry> overlapping(long from, long to) {
        int first = firstEndingAt(from);
        int end = first;
        while (end < entries.size() && entries.get(end).firstRowid() < to) {
            end++;
        }
        return entries.subList(first, end);
    }

    /// This one, changed.
    public Manifest with(List<ManifestEntry> removed, List<ManifestEntry> added) {
        List<ManifestEntry> all = new ArrayList<>(entries);
        all.removeIf(entry -> removed.stream().anyMatch(gone -> gone.segmentNumber() == entry.segmentNumber()));
        all.addAll(added);
        all.sort(Comparator.comparingLong(ManifestEntry::firstRowid));
        return new Manifest(all);
    }

    /// Index of the first segment that does not end before the rowid.
    private int firstEndingAt(long rowid) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).lastRowid() < rowid) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
