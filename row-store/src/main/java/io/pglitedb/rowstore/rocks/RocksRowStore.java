package io.pglitedb.rowstore.rocks;

import io.pglitedb.rowstore.PreparedTransactions;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.StoreInspection;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.commit.BlockCounter;
import io.pglitedb.rowstore.commit.CommitPipeline;
import io.pglitedb.rowstore.commit.CommitRequest;
import io.pglitedb.rowstore.commit.RecordCache;
import io.pglitedb.rowstore.commit.RowChanges;
import io.pglitedb.rowstore.commit.SegmentChange;
import io.pglitedb.rowstore.commit.SegmentLedger;
import io.pglitedb.rowstore.commit.TransactionIds;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.lock.LockManager;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.rowstore.segment.Claims;
import io.pglitedb.rowstore.segment.ColdRows;
import io.pglitedb.rowstore.segment.SegmentWrites;
import io.pglitedb.rowstore.serial.SerialConflicts;
import io.pglitedb.rowstore.txn.KeyCursor;
import io.pglitedb.rowstore.txn.PreparedRegistry;
import io.pglitedb.rowstore.txn.SegmentCache;
import io.pglitedb.rowstore.txn.SnapshotSegments;
import io.pglitedb.rowstore.txn.StoreSnapshot;
import io.pglitedb.rowstore.txn.StoreTransaction;
import io.pglitedb.rowstore.txn.TransactionHost;
import io.pglitedb.rowstore.txn.WriteMemory;
import io.pglitedb.rowstore.txn.WriteRun;
import io.pglitedb.rowstore.txn.WriteVisitor;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The store of one data directory. Every native call runs under a retained snapshot or on the commit thread, so
/// that `close` knows when nobody is inside RocksDB.
public final class RocksRowStore implements RowStore, TransactionHost {
    private static final int FIRST_NUMBER = 16384;
    private static final String FORMAT = "format";

    private final DataDirectory directory;
    private final RocksEngine engine;
    private final RowStoreOptions options;
    private final LockManager locks;
    private final RowChanges rowChanges = new RowChanges();
    private final RecordCache cache;
    private final WriteMemory writeMemory;
    private final SegmentLedger ledger;
    private final SnapshotSegments.Shared segments;
    private final SegmentWrites segmentWrites;
    private final SerialConflicts serialConflicts = new SerialConflicts();
    private final TransactionIds transactionIds;
    private final BlockCounter numbers;
    private final BlockCounter oids;
    private final Map<Integer, BlockCounter> rowids = new ConcurrentHashMap<>();
    private final CommitPipeline pipeline;
    private final PreparedRegistry prepared = new PreparedRegistry(this);
    private final AtomicInteger liveSnapshots = new AtomicInteger();
    private final AtomicInteger transactions = new AtomicInteger();
    private volatile RocksSnapshot current;
    private volatile boolean closing;
    private boolean closed;

    private RocksRowStore(DataDirectory directory, RocksEngine engine, RowStoreOptions options, ColdRows coldRows) {
        this.directory = directory;
        this.engine = engine;
        this.options = options;
        this.ledger = new SegmentLedger(new RocksSegmentStorage(engine));
        this.segments = new SnapshotSegments.Shared(new SegmentCache(rowChanges), ledger::mayHaveSegments, coldRows);
        this.segmentWrites = new RocksSegments(this, engine, ledger);
        this.cache = new RecordCache(options.recordCacheBytes());
        this.writeMemory = new WriteMemory(options.writeSetBytes(), options.sharedWriteBytes());
        this.locks = new LockManager(options.deadlockTimeoutMs());
        this.transactionIds = new TransactionIds(new BlockCounter(engine, "xid", TransactionIds.FIRST));
        this.numbers = new BlockCounter(engine, "number", FIRST_NUMBER);
        this.oids = new BlockCounter(engine, "oid", FIRST_NUMBER);
        List<byte[]> left = engine.values(PreparedRegistry.firstKey(), PreparedRegistry.endKey());
        left.forEach(record -> transactionIds.resume(PreparedRegistry.transactionId(record)));
        this.current = new RocksSnapshot(
                engine.db(), cache, segments, liveSnapshots, 1, Map.of(), transactionIds.endGroup(List.of()));
        this.pipeline = new CommitPipeline(engine, rowChanges, cache, ledger, this::publish, options.asyncFlushMs(), 1);
        left.forEach(prepared::restore);
    }

    public static RocksRowStore open(Path path, RowStoreOptions options, ColdRows coldRows) {
        DataDirectory directory = DataDirectory.acquire(path);
        RocksEngine engine = null;
        RocksRowStore store = null;
        try {
            engine = new RocksEngine(directory, options);
            checkFormat(engine);
            directory.markWhole();
            store = new RocksRowStore(directory, engine, options, coldRows);
            return store;
        } finally {
            if (store == null) {
                if (engine != null) {
                    engine.close();
                }
                directory.close();
            }
        }
    }

    private static void checkFormat(RocksEngine engine) {
        long format = engine.read(FORMAT, 0);
        if (format == 0) {
            engine.write(FORMAT, DataDirectory.FORMAT_VERSION);
            engine.sync();
        }
        DataDirectory.checkFormat(format);
    }

    /// Commit thread only.
    private void publish(List<CommitRequest> group, long commitSequence) {
        RocksSnapshot before = current;
        Map<Integer, Long> catalogs = before.catalogVersions();
        for (CommitRequest request : group) {
            for (int database : request.changedCatalogs()) {
                catalogs = new HashMap<>(catalogs);
                catalogs.put(database, commitSequence);
            }
        }
        current = new RocksSnapshot(
                engine.db(), cache, segments, liveSnapshots, commitSequence, catalogs, transactionIds.endGroup(group));
        before.close();
    }

    @Override
    public Transaction begin(TransactionOptions transactionOptions) {
        transactions.incrementAndGet();
        boolean begun = false;
        try {
            if (closing) {
                throw shuttingDown();
            }
            Transaction transaction = new StoreTransaction(this, transactionOptions);
            begun = true;
            return transaction;
        } finally {
            if (!begun) {
                transactions.decrementAndGet();
            }
        }
    }

    private static PgException shuttingDown() {
        return new PgException(SqlState.ADMIN_SHUTDOWN, "the database system is shutting down");
    }

    @Override
    public StoreSnapshot currentSnapshot() {
        while (true) {
            RocksSnapshot newest = current;
            if (newest == null) {
                throw shuttingDown();
            }
            if (newest.tryRetain()) {
                return newest;
            }
        }
    }

    @Override
    public LockManager locks() {
        return locks;
    }

    @Override
    public TransactionIds transactionIds() {
        return transactionIds;
    }

    @Override
    public RowChanges rowChanges() {
        return rowChanges;
    }

    @Override
    public List<Integer> blockingProcessIds(LockSession session) {
        List<Integer> blockers = new ArrayList<>(locks.blockingProcessIds(session));
        blockers.addAll(serialConflicts.blockingProcessIds(session));
        return blockers;
    }

    @Override
    public SerialConflicts serialConflicts() {
        return serialConflicts;
    }

    @Override
    public int ingestKeys() {
        return options.ingestKeys();
    }

    @Override
    public ColdRows coldRows() {
        return segments.coldRows();
    }

    @Override
    public boolean claim(int segmentNumber, Claims.Claim claim) {
        AtomicBoolean made = new AtomicBoolean();
        commit(CommitRequest.of(new SegmentChange.MakeClaim(segmentNumber, claim, made)));
        return made.get();
    }

    @Override
    public void endClaim(int segmentNumber) {
        ledger.endClaim(segmentNumber);
    }

    @Override
    public WriteMemory writeMemory() {
        return writeMemory;
    }

    @Override
    public WriteRun writeRun(KeyCursor versions, long keysMax) {
        return engine.temporaryFiles().writeRun(versions, keysMax);
    }

    @Override
    public List<Path> writeSortedFiles(Consumer<WriteVisitor> writes) {
        return engine.temporaryFiles().writeSorted(writes);
    }

    @Override
    public void deleteFiles(List<Path> sortedFiles) {
        engine.temporaryFiles().delete(sortedFiles);
    }

    @Override
    public void commit(CommitRequest request) {
        pipeline.commit(request);
    }

    @Override
    public SegmentWrites segmentWrites() {
        return segmentWrites;
    }

    @Override
    public PreparedTransactions prepared() {
        return prepared;
    }

    @Override
    public void transactionResumed() {
        transactions.incrementAndGet();
        if (closing) {
            transactions.decrementAndGet();
            throw shuttingDown();
        }
    }

    @Override
    public void transactionEnded() {
        transactions.decrementAndGet();
    }

    @Override
    public long nextRowid(int relationNumber) {
        return reserveRowids(relationNumber, 1);
    }

    @Override
    public long reserveRowids(int relationNumber, int count) {
        try (StoreSnapshot _ = currentSnapshot()) {
            return rowids(relationNumber).take(count);
        }
    }

    private BlockCounter rowids(int relationNumber) {
        BlockCounter counter = rowids.get(relationNumber);
        return counter != null
                ? counter
                : rowids.computeIfAbsent(relationNumber, number -> new BlockCounter(engine, "rowid/" + number, 1));
    }

    @Override
    public StoreInspection inspection() {
        return new RocksInspection(this, engine, numbers, this::rowids);
    }

    @Override
    public int allocateNumber() {
        try (StoreSnapshot _ = currentSnapshot()) {
            return Math.toIntExact(numbers.take(1));
        }
    }

    /// The counter itself never wraps; its value is folded into [16384, 2^32).
    @Override
    public int allocateOid() {
        try (StoreSnapshot _ = currentSnapshot()) {
            long range = (1L << 32) - FIRST_NUMBER;
            return (int) (FIRST_NUMBER + (oids.take(1) - FIRST_NUMBER) % range);
        }
    }

    @Override
    public long nextTransactionId() {
        return transactionIds.next();
    }

    @Override
    public long readCounter(String name, long whenAbsent) {
        try (StoreSnapshot _ = currentSnapshot()) {
            return engine.read("counter/" + name, whenAbsent);
        }
    }

    @Override
    public void writeCounter(String name, long value) {
        try (StoreSnapshot _ = currentSnapshot()) {
            engine.write("counter/" + name, value);
        }
    }

    @Override
    public void dropCounter(String name) {
        try (StoreSnapshot _ = currentSnapshot()) {
            engine.delete("counter/" + name);
        }
    }

    @Override
    public long relationBytes(int relationNumber) {
        return approximateBytes(StoreKey.ROW, relationNumber);
    }

    @Override
    public long indexBytes(int indexNumber) {
        return approximateBytes(StoreKey.INDEX, indexNumber);
    }

    private long approximateBytes(byte space, int number) {
        try (StoreSnapshot _ = currentSnapshot()) {
            return engine.approximateBytes(StoreKey.start(space, number), StoreKey.end(space, number));
        }
    }

    @Override
    public void flush() {
        try (StoreSnapshot _ = currentSnapshot()) {
            engine.sync();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closing = true;
        drain("transactions", transactions);
        pipeline.close();
        RocksSnapshot last = current;
        current = null;
        if (last != null) {
            last.close();
        }
        drain("snapshots or cursors", liveSnapshots);
        closed = true;
        transactionIds.close();
        numbers.close();
        oids.close();
        rowids.values().forEach(BlockCounter::close);
        engine.sync();
        engine.close();
        directory.close();
    }

    /// Closing RocksDB under a reader crashes the process, so a user who stays keeps it open, and the error says
    /// so.
    private void drain(String what, AtomicInteger users) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(options.drainTimeoutMs());
        while (users.get() > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the row store stays open: %d %s in use".formatted(users.get(), what));
            }
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
