package io.pglitedb.rowstore.rocks;

import io.pglitedb.rowstore.commit.CommitRequest;
import io.pglitedb.rowstore.commit.SegmentChange;
import io.pglitedb.rowstore.commit.SegmentLedger;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.segment.Claims;
import io.pglitedb.rowstore.segment.RowWatch;
import io.pglitedb.rowstore.segment.SegmentWrites;
import io.pglitedb.rowstore.segment.Swap;
import io.pglitedb.rowstore.txn.StoreSnapshot;
import io.pglitedb.rowstore.txn.TransactionHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Changes of segments, handed to the commit thread.
final class RocksSegments implements SegmentWrites {
    private final TransactionHost host;
    private final RocksEngine engine;
    private final SegmentLedger ledger;

    RocksSegments(TransactionHost host, RocksEngine engine, SegmentLedger ledger) {
        this.host = host;
        this.engine = engine;
        this.ledger = ledger;
    }

    @Override
    public RowWatch watch(int relationNumber, long firstRowid, long lastRowid) {
        RowWatch watch = new RowWatch(relationNumber, firstRowid, lastRowid);
        host.commit(CommitRequest.of(new SegmentChange.StartWatch(watch)));
        return watch;
    }

    @Override
    public boolean swap(Swap swap) {
        host.commit(CommitRequest.of(new SegmentChange.MakeSwap(swap)));
        return swap.isDone();
    }

    @Override
    public void foldDeleteMarks(int relationNumber, int segmentNumber) {
        host.commit(CommitRequest.of(new SegmentChange.FoldMarks(relationNumber, segmentNumber)));
    }

    @Override
    public List<Claims.Claim> claims(int relationNumber) {
        return ledger.claims().of(relationNumber);
    }

    @Override
    public Set<Integer> segmentNumbers() {
        return ledger.segmentNumbers();
    }

    @Override
    public List<Integer> takeRemoved() {
        long oldest = oldestSnapshot();
        List<Integer> free = new ArrayList<>();
        SegmentLedger.Removed next;
        while ((next = ledger.removed().peek()) != null && next.sequence() <= oldest) {
            free.add(ledger.removed().poll().segmentNumber());
        }
        return free;
    }

    private long oldestSnapshot() {
        try (StoreSnapshot _ = host.currentSnapshot()) {
            return engine.oldestSnapshot();
        }
    }

    @Override
    public boolean reclaim(int relationNumber, long firstRowid, long lastRowid, long swappedAt) {
        try (StoreSnapshot _ = host.currentSnapshot()) {
            if (engine.oldestSnapshot() < swappedAt) {
                return false;
            }
            engine.compact(StoreKey.row(relationNumber, firstRowid), StoreKey.row(relationNumber, lastRowid + 1));
            return true;
        }
    }
}
