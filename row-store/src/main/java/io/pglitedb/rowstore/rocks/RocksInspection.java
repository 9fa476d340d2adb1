package io.pglitedb.rowstore.rocks;

import io.pglitedb.rowstore.BlockReads;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.StoreInspection;
import io.pglitedb.rowstore.commit.BlockCounter;
import io.pglitedb.rowstore.key.SegmentKey;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.txn.KeyCursor;
import io.pglitedb.rowstore.txn.StoreSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.rocksdb.RocksDBException;

/// Looks into the store's keys, counters and files.
final class RocksInspection implements StoreInspection {
    private final RocksRowStore store;
    private final RocksEngine engine;
    private final BlockCounter numbers;
    private final IntFunction<BlockCounter> rowids;

    RocksInspection(RocksRowStore store, RocksEngine engine, BlockCounter numbers, IntFunction<BlockCounter> rowids) {
        this.store = store;
        this.engine = engine;
        this.numbers = numbers;
        this.rowids = rowids;
    }

    @Override
    public void verifyFiles() {
        try (StoreSnapshot _ = store.currentSnapshot()) {
            engine.db().verifyChecksum();
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        }
    }

    @Override
    public List<Integer> relationNumbers(Snapshot snapshot) {
        TreeSet<Integer> all = new TreeSet<>(numbers((StoreSnapshot) snapshot, StoreKey.ROW));
        all.addAll(numbers((StoreSnapshot) snapshot, SegmentKey.MANIFEST));
        return List.copyOf(all);
    }

    @Override
    public List<Integer> indexNumbers(Snapshot snapshot) {
        return numbers((StoreSnapshot) snapshot, StoreKey.INDEX);
    }

    /// Jumps from the first key of one number to that of the next.
    private static List<Integer> numbers(StoreSnapshot snapshot, byte space) {
        List<Integer> found = new ArrayList<>();
        byte[] high = {(byte) (space + 1)};
        byte[] low = {space};
        while (low != null) {
            try (KeyCursor cursor = snapshot.cursor(low, high, Direction.FORWARD)) {
                low = null;
                if (cursor.next()) {
                    int number = StoreKey.number(cursor.key(), cursor.keyOffset());
                    found.add(number);
                    low = StoreKey.end(space, number);
                }
            }
        }
        return found;
    }

    @Override
    public long nextRowid(int relationNumber) {
        try (StoreSnapshot _ = store.currentSnapshot()) {
            return rowids.apply(relationNumber).peek();
        }
    }

    @Override
    public int nextNumber() {
        return Math.toIntExact(numbers.peek());
    }

    @Override
    public BlockReads countBlocks() {
        return engine.countBlocks();
    }

    @Override
    public void stopCountingBlocks() {
        engine.stopCountingBlocks();
    }
}
