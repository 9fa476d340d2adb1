package io.pglitedb.rowstore.commit;

import io.pglitedb.rowstore.key.SegmentKey;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.segment.Claims;
import io.pglitedb.rowstore.segment.Manifest;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.rowstore.segment.OwnSegment;
import io.pglitedb.rowstore.segment.RowWatch;
import io.pglitedb.rowstore.segment.Swap;
import io.pglitedb.rowstore.txn.WriteVisitor;
import io.pglitedb.types.bytes.ByteWriter;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.roaringbitmap.RoaringBitmap;

/// What the commit thread knows of segments: the newest manifests, and who watches ranges of rows. It sets the
/// delete marks of rows that commits write, so that a transaction need not know which of its rows were cold, or
/// became so while it ran. Commit thread only, but for what says otherwise.
///
/// While there are neither segments nor watches a commit costs it one look.
public final class SegmentLedger {
    /// More rows than this written during a conversion: the range is not cold, and putting them back would hold
    /// up commits.
    private static final int TOUCHED_MAX = 2_000;

    private static final byte[] NOTHING = {};

    /// @param sequence RocksDB's, of the state without it
    public record Removed(int segmentNumber, long sequence) {}

    private final SegmentStorage storage;
    private final Int2ObjectMap<Manifest> manifests = new Int2ObjectOpenHashMap<>();
    private final List<RowWatch> watches = new ArrayList<>();
    /// Relations that have had segments since the store was opened: any thread.
    private final Set<Integer> tiered = ConcurrentHashMap.newKeySet();
    private final Set<Integer> segmentNumbers = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Removed> removed = new ConcurrentLinkedQueue<>();
    /// Set by the group under way.
    private final List<BatchEncoder> marked = new ArrayList<>();
    /// Manifests that the group under way makes.
    private final Int2ObjectMap<Manifest> next = new Int2ObjectOpenHashMap<>();

    /// Segments that come with transactions of the group under way.
    private final List<OwnSegment> brought = new ArrayList<>();
    private final Claims claims = new Claims();

    private Swap swap;

    public SegmentLedger(SegmentStorage storage) {
        this.storage = storage;
        storage.manifests().forEach((relation, manifest) -> {
            manifests.put((int) relation, manifest);
            tiered.add(relation);
            manifest.entries().forEach(entry -> segmentNumbers.add(entry.segmentNumber()));
        });
    }

    /// Any thread: whether a relation has segments in any state that somebody may see.
    public boolean mayHaveSegments(int relationNumber) {
        return tiered.contains(relationNumber);
    }

    /// Any thread: those of the newest state, and those that transactions under way have made.
    public Set<Integer> segmentNumbers() {
        Set<Integer> numbers = new HashSet<>(claims.segmentNumbers()); // first: a commit moves them
        numbers.addAll(segmentNumbers);
        return numbers;
    }

    /// Any thread.
    public Claims claims() {
        return claims;
    }

    /// Any thread. The file goes when it is no segment's.
    public void endClaim(int segmentNumber) {
        claims.remove(segmentNumber);
        if (!segmentNumbers.contains(segmentNumber)) {
            removed.add(new Removed(segmentNumber, storage.latestSequence()));
        }
    }

    /// Any thread.
    public ConcurrentLinkedQueue<Removed> removed() {
        return removed;
    }

    /// Writes what a change of segments means into its batch.
    void encode(SegmentChange change, BatchEncoder batch) {
        switch (change) {
            case SegmentChange.StartWatch(RowWatch watch) -> watches.add(watch);
            case SegmentChange.MakeSwap(Swap asked) -> encodeSwap(asked, batch);
            case SegmentChange.MakeClaim claim -> make(claim);
            case SegmentChange.FoldMarks(int relation, int segment) -> encodeFold(relation, segment, batch);
        }
    }

    private void make(SegmentChange.MakeClaim asked) {
        Claims.Claim claim = asked.claim();
        Manifest present = manifests.getOrDefault(claim.relationNumber(), Manifest.EMPTY);
        if (present.overlapping(claim.firstRowid(), claim.lastRowid() + 1).isEmpty()) {
            claims.add(asked.segmentNumber(), claim);
            asked.made().set(true);
        }
    }

    private void encodeSwap(Swap asked, BatchEncoder batch) {
        RowWatch watch = asked.watch();
        int relation = watch.relationNumber();
        Manifest before = manifests.getOrDefault(relation, Manifest.EMPTY);
        List<ManifestEntry> present = before.overlapping(watch.firstRowid(), watch.lastRowid() + 1);
        if (watch.isDropped()
                || watch.touchedCount() > TOUCHED_MAX
                || !sameSegments(present, asked.replaced())
                || claims.overlap(relation, watch.firstRowid(), watch.lastRowid())) {
            return;
        }
        for (ManifestEntry entry : asked.replaced()) {
            batch.delete(SegmentKey.manifest(relation, entry.firstRowid()));
            batch.deleteAll(SegmentKey.DELETE_MARK, entry.segmentNumber());
        }
        for (ManifestEntry entry : asked.added()) {
            batch.put(SegmentKey.manifest(relation, entry.firstRowid()), entry.value());
        }
        batch.deleteRows(relation, watch.firstRowid(), watch.lastRowid() + 1);
        Manifest after = before.with(asked.replaced(), asked.added());
        watch.touched().forEach((org.roaringbitmap.IntConsumer) offset -> {
            long rowid = watch.firstRowid() + offset;
            byte[] key = StoreKey.row(relation, rowid);
            byte[] hot = storage.read(key);
            if (hot != null) {
                batch.putAgain(key, hot);
            }
            ManifestEntry entry = after.find(rowid);
            if (entry != null) {
                batch.put(SegmentKey.deleteMark(entry.segmentNumber(), entry.offset(rowid)), NOTHING);
            }
        });
        next.put(relation, after);
        tiered.add(relation);
        swap = asked;
    }

    private static boolean sameSegments(List<ManifestEntry> some, List<ManifestEntry> others) {
        return numbers(some).equals(numbers(others));
    }

    private static List<Integer> numbers(List<ManifestEntry> entries) {
        return entries.stream().map(ManifestEntry::segmentNumber).toList();
    }

    private void encodeFold(int relation, int segment, BatchEncoder batch) {
        boolean exists = manifests.getOrDefault(relation, Manifest.EMPTY).entries().stream()
                .anyMatch(entry -> entry.segmentNumber() == segment);
        if (exists) {
            byte[] folded = storage.foldedMarks(segment, new RoaringBitmap());
            batch.deleteAll(SegmentKey.DELETE_MARK, segment);
            batch.put(SegmentKey.foldedMarks(segment), folded);
        }
    }

    /// Takes note of segments that a transaction brings along, before marks are made for what it writes.
    void add(List<OwnSegment> segments) {
        for (OwnSegment segment : segments) {
            int relation = segment.relationNumber();
            next.put(relation, newest(relation).with(List.of(), List.of(segment.entry())));
            tiered.add(relation);
            brought.add(segment);
        }
    }

    /// With what the group under way does.
    private Manifest newest(int relation) {
        Manifest changed = next.get(relation);
        return changed != null ? changed : manifests.getOrDefault(relation, Manifest.EMPTY);
    }

    /// Appends delete marks for the rows that a batch writes, and what goes with relations that it drops.
    ///
    /// @return how many records
    int appendMarks(BatchEncoder batch, ByteWriter records) {
        if (!hasSegments()) {
            return 0;
        }
        BatchEncoder marks = new BatchEncoder();
        batch.forEachRow((relation, rowid) -> {
            ManifestEntry entry = find(relation, rowid);
            if (entry != null) {
                marks.put(SegmentKey.deleteMark(entry.segmentNumber(), entry.offset(rowid)), NOTHING);
            }
        });
        batch.forEachDropped(SegmentKey.MANIFEST, relation -> {
            for (ManifestEntry entry : newest(relation).entries()) {
                marks.deleteAll(SegmentKey.DELETE_MARK, entry.segmentNumber());
            }
            next.put(relation, Manifest.EMPTY);
        });
        if (marks.count() > 0) {
            records.putBytes(marks.records().array(), 0, marks.records().size());
            marked.add(marks);
        }
        return marks.count();
    }

    private ManifestEntry find(int relation, long rowid) {
        return newest(relation).find(rowid);
    }

    /// Marks for rows that come by files: to be ingested with them.
    void putMarks(TouchedRows touched, WriteVisitor file) {
        Map<Integer, RoaringBitmap> marks = new TreeMap<>(Integer::compareUnsigned);
        for (int relation : touched.relations()) {
            if (!newest(relation).isEmpty()) {
                touched.forEach(relation, rowid -> {
                    ManifestEntry entry = find(relation, rowid);
                    if (entry != null) {
                        marks.computeIfAbsent(entry.segmentNumber(), _ -> new RoaringBitmap())
                                .add(entry.offset(rowid));
                    }
                });
            }
        }
        marks.forEach((segment, offsets) -> {
            byte[] key = SegmentKey.foldedMarks(segment);
            byte[] value = storage.foldedMarks(segment, offsets);
            file.put(key, 0, key.length, value, 0, value.length);
        });
    }

    /// Whether rows that come by files have to be looked at.
    boolean hasSegments() {
        return !manifests.isEmpty() || !next.isEmpty();
    }

    /// Of the group under way.
    List<BatchEncoder> marked() {
        return marked;
    }

    /// The group is written.
    void written(List<CommitRequest> group) {
        if (!watches.isEmpty()) {
            watches.removeIf(RowWatch::isClosed);
            for (CommitRequest request : group) {
                watches.forEach(watch -> tell(watch, request));
            }
        }
        next.forEach(this::replace);
        if (swap != null) {
            swap.done(storage.latestSequence());
        }
        forget();
    }

    private static void tell(RowWatch watch, CommitRequest request) {
        if (request.change() != null) {
            return;
        }
        request.batch().forEachRow(watch::touch);
        TouchedRows touched = request.files().touched();
        if (touched != null) {
            touched.forEach(watch.relationNumber(), rowid -> watch.touch(watch.relationNumber(), rowid));
        }
        request.batch().forEachDropped(StoreKey.ROW, relation -> {
            if (relation == watch.relationNumber()) {
                watch.drop();
            }
        });
    }

    private void replace(int relation, Manifest after) {
        Manifest before = manifests.getOrDefault(relation, Manifest.EMPTY);
        Set<Integer> gone = new HashSet<>(numbers(before.entries()));
        brought.stream()
                .filter(segment -> segment.relationNumber() == relation)
                .forEach(segment -> gone.add(segment.entry().segmentNumber()));
        numbers(after.entries()).forEach(gone::remove);
        if (after.isEmpty()) {
            manifests.remove(relation);
        } else {
            manifests.put(relation, after);
        }
        segmentNumbers.addAll(numbers(after.entries()));
        long sequence = storage.latestSequence();
        gone.forEach(segment -> {
            segmentNumbers.remove(segment);
            removed.add(new Removed(segment, sequence));
        });
    }

    /// The group is over.
    void forget() {
        marked.clear();
        next.clear();
        brought.clear();
        swap = null;
    }
}
