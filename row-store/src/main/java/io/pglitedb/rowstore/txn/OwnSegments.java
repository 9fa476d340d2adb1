package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.key.SegmentKey;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.segment.ColdRows;
import io.pglitedb.rowstore.segment.DeleteMarks;
import io.pglitedb.rowstore.segment.Manifest;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.rowstore.segment.OwnSegment;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Segments that a transaction has made of rows it inserted. Their manifest keys are among its writes, to come
/// and go with them; here is what reading needs. What the transaction has changed of their rows since lies in its
/// writes, over them.
/// ```
///   stored rows ◀─ rows of own segments ◀─ own writes          each hides what lies to its left
/// ```
final class OwnSegments {
    private record Made(OwnSegment segment, int command) {}

    private final ColdRows coldRows;
    /// In the order in which they were made.
    private final List<Made> all = new ArrayList<>(0);
    /// Of all commands.
    private final Int2ObjectMap<Manifest> manifests = new Int2ObjectOpenHashMap<>(0);

    OwnSegments(ColdRows coldRows) {
        this.coldRows = coldRows;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<OwnSegment> list() {
        return all.stream().map(Made::segment).toList();
    }

    int count() {
        return all.size();
    }

    void add(OwnSegment segment, int command) {
        all.add(new Made(segment, command));
        Manifest before = manifests.getOrDefault(segment.relationNumber(), Manifest.EMPTY);
        manifests.put(segment.relationNumber(), before.with(List.of(), List.of(segment.entry())));
    }

    /// Forgets those made last.
    void keepFirst(int count) {
        while (all.size() > count) {
            OwnSegment gone = all.removeLast().segment;
            manifests.computeIfPresent(
                    gone.relationNumber(), (_, manifest) -> manifest.with(List.of(gone.entry()), List.of()));
        }
    }

    /// @param keys that the transaction has written in the space of manifests; closed here
    void restore(KeyCursor keys) {
        try (keys) {
            while (keys.next()) {
                ManifestEntry entry = ManifestEntry.of(
                        SegmentKey.firstRowid(keys.key(), keys.keyOffset()),
                        keys.value(),
                        keys.valueOffset(),
                        keys.valueLength());
                add(new OwnSegment(StoreKey.number(keys.key(), keys.keyOffset()), entry), 0);
            }
        }
    }

    /// Those of the relation that a command sees.
    Manifest manifest(int relation, int command) {
        Manifest manifest = manifests.getOrDefault(relation, Manifest.EMPTY);
        if (manifest.isEmpty() || all.getLast().command <= command) {
            return manifest;
        }
        return new Manifest(all.stream()
                .filter(made -> made.command <= command && made.segment.relationNumber() == relation)
                .map(made -> made.segment.entry())
                .sorted(Comparator.comparingLong(ManifestEntry::firstRowid))
                .toList());
    }

    /// The row whose key it is; null when none of the segments that the command sees has it.
    byte[] find(byte[] key, int command) {
        if (all.isEmpty() || !StoreKey.isRow(key)) {
            return null;
        }
        long rowid = StoreKey.rowid(key, 0);
        ManifestEntry entry = manifest(StoreKey.number(key, 0), command).find(rowid);
        return entry == null ? null : coldRows.find(entry, rowid);
    }

    /// Whether a row lies in the range of one that later commands than this have made.
    boolean isMadeAfter(int relation, long rowid, int command) {
        return manifest(relation, Integer.MAX_VALUE).find(rowid) != null
                && manifest(relation, command).find(rowid) == null;
    }

    /// Lays the rows that a command sees over what is stored, keys in [low, high).
    KeyCursor over(KeyCursor stored, byte[] low, byte[] high, int command, Direction direction) {
        if (all.isEmpty() || !StoreKey.isRow(low) || !StoreKey.isRow(high)) {
            return stored;
        }
        int relation = StoreKey.number(low, 0);
        long from = StoreKey.rowid(low, 0);
        long to = StoreKey.rowid(high, 0);
        KeyCursor rows = stored;
        for (ManifestEntry entry : manifest(relation, command).overlapping(from, to)) {
            KeyCursor own = new ColdCursor(
                    relation,
                    coldRows.scan(
                            entry,
                            DeleteMarks.NONE,
                            Math.max(from, entry.firstRowid()),
                            Math.min(to, entry.lastRowid() + 1),
                            direction));
            rows = new MergedCursor(rows, new StoredWrites(own), direction);
        }
        return rows;
    }
}
