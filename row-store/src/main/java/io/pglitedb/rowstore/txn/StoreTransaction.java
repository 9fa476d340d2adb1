package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.rowstore.Isolation;
import io.pglitedb.rowstore.PreparedTransactions;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.RowLockMode;
import io.pglitedb.rowstore.RowLockResult;
import io.pglitedb.rowstore.Savepoint;
import io.pglitedb.rowstore.SerialReads;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.WaitPolicy;
import io.pglitedb.rowstore.commit.BatchEncoder;
import io.pglitedb.rowstore.commit.CommitRequest;
import io.pglitedb.rowstore.commit.TouchedRows;
import io.pglitedb.rowstore.key.SegmentKey;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.rowstore.lock.LockTag;
import io.pglitedb.rowstore.lock.Scope;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.rowstore.segment.Claims;
import io.pglitedb.rowstore.segment.Manifest;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.rowstore.segment.OwnSegment;
import io.pglitedb.rowstore.serial.SerialTransaction;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A write set over snapshots, with the locks of its session.
public final class StoreTransaction implements Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(StoreTransaction.class);
    private static final int ALL_COMMANDS = Integer.MAX_VALUE;

    private final TransactionHost host;
    private final TransactionOptions options;
    private final Isolation isolation;
    /// Another one once it is prepared.
    private LockSession session;
    private final OwnWrites writes;
    private final List<Deferred> deferred = new ArrayList<>();
    private final Set<Integer> changedCatalogs = new HashSet<>();
    private final IntSet created = new IntOpenHashSet(0);
    private final OwnSegments segments;
    private final List<Runnable> beforeNextCommand = new ArrayList<>(0);
    private boolean ended;
    private boolean flushes;
    private boolean prepared;
    private StoreSnapshot snapshot;
    /// From the snapshot of a SERIALIZABLE one on; null else.
    private SerialTransaction serial;
    private ReadView view;
    private long id;
    private int command;

    public StoreTransaction(TransactionHost host, TransactionOptions options) {
        this.host = host;
        this.options = options;
        this.isolation = options.isolation();
        this.session = options.session();
        this.writes = new OwnWrites(host);
        this.segments = new OwnSegments(host.coldRows());
    }

    @Override
    public Isolation isolation() {
        return isolation;
    }

    @Override
    public LockSession session() {
        return session;
    }

    @Override
    public long id() {
        if (id == 0) {
            requireRunning();
            long given = host.transactionIds().begin();
            host.locks().lock(session, new LockTag.TransactionId(given), LockMode.EXCLUSIVE, Scope.SESSION);
            session.transactionId(given);
            id = given;
            if (serial != null) {
                serial.named(id);
            }
        }
        return id;
    }

    @Override
    public long idIfAssigned() {
        return id;
    }

    @Override
    public ReadView startStatement() {
        requireRunning();
        endCommand();
        if (snapshot == null) {
            snapshot = isolation == Isolation.SERIALIZABLE ? beginSerial() : host.currentSnapshot();
        } else if (isolation == Isolation.READ_COMMITTED) {
            StoreSnapshot newest = host.currentSnapshot();
            snapshot.close();
            snapshot = newest;
        }
        command++;
        view = new ReadView(snapshot, command - 1);
        return view;
    }

    private StoreSnapshot beginSerial() {
        serial = SerialTransaction.begin(
                host.serialConflicts(), session, options.readOnly(), options.deferrable(), host::currentSnapshot);
        if (id != 0) {
            serial.named(id);
        }
        return (StoreSnapshot) serial.snapshot().retain();
    }

    @Override
    public SerialReads serialReads() {
        return serial;
    }

    @Override
    public void startFrom(Snapshot other) {
        requireRunning();
        if (snapshot != null || isolation != Isolation.REPEATABLE_READ) {
            throw new IllegalStateException("the transaction has a snapshot, or takes one of its own");
        }
        snapshot = (StoreSnapshot) other.retain();
    }

    @Override
    public void returnTo(ReadView outer) {
        requireRunning();
        StoreSnapshot again = (StoreSnapshot) outer.snapshot().retain();
        snapshot.close();
        snapshot = again;
        view = outer;
    }

    @Override
    public ReadView view() {
        return view == null ? startStatement() : view;
    }

    private void endCommand() {
        while (!beforeNextCommand.isEmpty()) {
            beforeNextCommand.removeLast().run();
        }
    }

    @Override
    public void beforeNextCommand(Runnable action) {
        beforeNextCommand.add(action);
    }

    @Override
    public void notBeforeNextCommand(Runnable action) {
        beforeNextCommand.remove(action);
    }

    @Override
    public ReadView latestView() {
        endCommand();
        return new ReadView(view().snapshot(), command);
    }

    @Override
    public int nextCommand() {
        endCommand();
        ReadView current = view();
        command++;
        view = new ReadView(current.snapshot(), command - 1);
        return command;
    }

    @Override
    public byte[] get(ReadView at, int relationNumber, long rowid) {
        return get(at, StoreKey.row(relationNumber, rowid));
    }

    @Override
    public byte[] getIndex(ReadView at, int indexNumber, byte[] key) {
        return get(at, StoreKey.index(indexNumber, key));
    }

    private byte[] get(ReadView at, byte[] key) {
        OwnWrites.Version own = writes.find(key, at.command());
        if (own != null) {
            return own.value();
        }
        byte[] row = segments.find(key, at.command());
        return row != null ? row : ((StoreSnapshot) at.snapshot()).get(key);
    }

    @Override
    public RowCursor scanRows(ReadView at, int relationNumber, long fromRowid, long toRowid, Direction direction) {
        return cursor(at, StoreKey.row(relationNumber, fromRowid), StoreKey.row(relationNumber, toRowid), direction);
    }

    @Override
    public IndexCursor scanIndex(ReadView at, int indexNumber, byte[] low, byte[] high, Direction direction) {
        return cursor(at, StoreSnapshot.lowKey(indexNumber, low), StoreSnapshot.highKey(indexNumber, high), direction);
    }

    private StoreCursor cursor(ReadView at, byte[] low, byte[] high, Direction direction) {
        KeyCursor stored = segments.over(
                ((StoreSnapshot) at.snapshot()).cursor(low, high, direction), low, high, at.command(), direction);
        return new StoreCursor(writes.isEmpty() ? stored : writes.over(stored, low, high, at.command(), direction));
    }

    @Override
    public void putRow(int relationNumber, long rowid, byte[] body, int offset, int length) {
        noteRow(relationNumber, rowid);
        writes.putRow(StoreKey.row(relationNumber, rowid), id(), body, offset, length, command);
    }

    private void noteRow(int relationNumber, long rowid) {
        id();
        if (isolation == Isolation.SERIALIZABLE) {
            view();
            serial.wroteRow(relationNumber, rowid);
        }
    }

    @Override
    public void deleteRow(int relationNumber, long rowid) {
        noteRow(relationNumber, rowid);
        writes.delete(StoreKey.row(relationNumber, rowid), command);
    }

    @Override
    public void putIndex(int indexNumber, byte[] key, byte[] value) {
        id();
        if (isolation == Isolation.SERIALIZABLE) {
            view();
            serial.wroteIndex(indexNumber, key);
        }
        writes.put(StoreKey.index(indexNumber, key), value, command);
    }

    @Override
    public void deleteIndex(int indexNumber, byte[] key) {
        id();
        writes.delete(StoreKey.index(indexNumber, key), command);
    }

    @Override
    public int claimSegment(int relationNumber, long firstRowid, long lastRowid) {
        id();
        int number = host.allocateNumber();
        if (!host.claim(number, new Claims.Claim(relationNumber, firstRowid, lastRowid))) {
            return 0;
        }
        deferred.add(new Deferred.Claim(number));
        return number;
    }

    @Override
    public void addSegment(int relationNumber, ManifestEntry entry) {
        writes.put(SegmentKey.manifest(relationNumber, entry.firstRowid()), entry.value(), command);
        segments.add(new OwnSegment(relationNumber, entry), command);
        deferred.add(new Deferred.MakeSegment());
    }

    @Override
    public Manifest manifest(ReadView at, int relationNumber) {
        Manifest stored = at.snapshot().segments().manifest(relationNumber);
        Manifest own = segments.manifest(relationNumber, at.command());
        return own.isEmpty() ? stored : stored.with(List.of(), own.entries());
    }

    @Override
    public void dropRelationRows(int relationNumber) {
        id();
        dropAtCommit(StoreKey.ROW, relationNumber);
        dropAtCommit(SegmentKey.MANIFEST, relationNumber);
    }

    private void dropAtCommit(byte space, int number) {
        deferred.add(new Deferred.Drop(space, number));
    }

    @Override
    public boolean hasWritten(int relationNumber, long fromRowid, long toRowid) {
        return writes.any(StoreKey.row(relationNumber, fromRowid), StoreKey.row(relationNumber, toRowid));
    }

    @Override
    public void dropIndexEntries(int indexNumber) {
        id();
        dropAtCommit(StoreKey.INDEX, indexNumber);
    }

    @Override
    public RowLockResult lockRow(
            ReadView at, int relationNumber, long rowid, long seenTransactionId, RowLockMode mode, WaitPolicy policy) {
        id();
        LockTag tag = new LockTag.Row(relationNumber, rowid);
        if (policy == WaitPolicy.WAIT) {
            host.locks().lock(session, tag, mode.lockMode(), Scope.TRANSACTION);
        } else if (!host.locks().tryLock(session, tag, mode.lockMode(), Scope.TRANSACTION)) {
            return new RowLockResult.NotLocked();
        }
        byte[] key = StoreKey.row(relationNumber, rowid);
        OwnWrites.Version own = writes.find(key, ALL_COMMANDS);
        if (own != null) {
            if (own.command() > at.command()) {
                return new RowLockResult.SelfModified();
            }
            return own.isDelete() ? new RowLockResult.Deleted() : RowLockResult.Unchanged.INSTANCE;
        }
        if (segments.isMadeAfter(relationNumber, rowid, at.command())) {
            return new RowLockResult.SelfModified();
        }
        if (!host.rowChanges()
                .maybeChangedSince(relationNumber, rowid, at.snapshot().commitSequence())) {
            return RowLockResult.Unchanged.INSTANCE;
        }
        byte[] newest = newest(key);
        if (newest != null && RowHeader.transactionId(newest, 0) == seenTransactionId) {
            return RowLockResult.Unchanged.INSTANCE;
        }
        return newest == null ? new RowLockResult.Deleted() : new RowLockResult.Changed(newest);
    }

    private byte[] newestCommitted(byte[] key) {
        try (StoreSnapshot newest = host.currentSnapshot()) {
            return newest.get(key);
        }
    }

    private byte[] newest(byte[] key) {
        OwnWrites.Version own = writes.find(key, ALL_COMMANDS);
        if (own != null) {
            return own.value();
        }
        byte[] row = segments.find(key, ALL_COMMANDS);
        return row != null ? row : newestCommitted(key);
    }

    @Override
    public void created(int number) {
        created.add(number);
    }

    @Override
    public byte[] lockUniqueKey(int indexNumber, byte[] key) {
        id();
        if (created.contains(indexNumber)) {
            OwnWrites.Version own = writes.find(StoreKey.index(indexNumber, key), ALL_COMMANDS);
            return own == null ? null : own.value();
        }
        LockTag tag = new LockTag.Key(indexNumber, StoreKey.hash(key, 0, key.length));
        host.locks().lock(session, tag, LockMode.EXCLUSIVE, Scope.TRANSACTION);
        return newest(StoreKey.index(indexNumber, key));
    }

    @Override
    public byte[] newestRow(int relationNumber, long rowid) {
        return newest(StoreKey.row(relationNumber, rowid));
    }

    @Override
    public Snapshot newestCommitted() {
        return host.currentSnapshot();
    }

    @Override
    public Savepoint savepoint() {
        requireRunning();
        endCommand();
        return new Savepoint(writes.mark(), session.journalMark(), deferred.size());
    }

    @Override
    public void rollbackTo(Savepoint savepoint) {
        requireRunning();
        writes.rollbackTo(savepoint.versionMark());
        takeBack(savepoint.callbackMark());
        host.locks().releaseAfter(session, savepoint.lockMark());
    }

    /// Forgets what was deferred after the mark, youngest first.
    private void takeBack(int mark) {
        while (deferred.size() > mark) {
            switch (deferred.removeLast()) {
                case Deferred.AfterRollback(Runnable action) -> runQuietly(action);
                case Deferred.MakeSegment _ -> segments.keepFirst(segments.count() - 1);
                case Deferred.Claim(int segmentNumber) -> host.endClaim(segmentNumber);
                case Deferred.BeforeCommit _, Deferred.AfterCommit _, Deferred.Drop _ -> {}
            }
        }
    }

    @Override
    public void release(Savepoint savepoint) {
        requireRunning();
    }

    @Override
    public void catalogChanged(int databaseNumber) {
        changedCatalogs.add(databaseNumber);
    }

    @Override
    public void beforeCommit(Runnable action) {
        deferred.add(new Deferred.BeforeCommit(action));
    }

    @Override
    public void afterCommit(Runnable action) {
        deferred.add(new Deferred.AfterCommit(action));
    }

    @Override
    public void afterRollback(Runnable action) {
        deferred.add(new Deferred.AfterRollback(action));
    }

    @Override
    public void flushAtCommit() {
        flushes = true;
    }

    @Override
    public void commit(Durability durability) {
        requireRunning();
        boolean committed = false;
        try {
            if (!prepared) {
                settle();
            }
            if (id != 0 || flushes) {
                id();
                handOver(durability);
            }
            finishSerial(true);
            committed = true;
        } finally {
            if (!committed && prepared) {
                host.transactionEnded(); // it stays prepared
            } else if (!committed) {
                rollback();
            }
        }
        for (Deferred line : deferred) {
            if (line instanceof Deferred.AfterCommit(Runnable action)) {
                runQuietly(action);
            }
        }
        end();
    }

    /// The last that can go wrong.
    private void settle() {
        for (int index = 0; index < deferred.size(); index++) {
            if (deferred.get(index) instanceof Deferred.BeforeCommit(Runnable action)) {
                action.run();
            }
        }
        if (serial != null) {
            serial.prepare();
        }
    }

    /// Puts what it has done on the disk, and itself with its locks apart from its session.
    void prepare(PreparedTransactions.Label label) {
        requireRunning();
        boolean done = false;
        try {
            settle();
            id();
            store(label);
            done = true;
        } finally {
            if (!done) {
                rollback();
            }
        }
        LockSession keeper = new LockSession(0);
        host.locks().transfer(session, keeper, id);
        session.transactionId(0);
        keeper.transactionId(id);
        session = keeper;
        prepared = true;
        if (serial != null) {
            serial.stopReading();
        }
        closeSnapshot();
        host.transactionEnded();
    }

    private void store(PreparedTransactions.Label label) {
        PreparedRecord record = new PreparedRecord(
                label,
                id,
                serial != null,
                Set.copyOf(changedCatalogs),
                deferred.stream()
                        .filter(Deferred.Drop.class::isInstance)
                        .map(Deferred.Drop.class::cast)
                        .toList(),
                host.locks().heldByTransaction(session).stream()
                        .map(lock -> new PreparedRecord.HeldLock(lock.tag(), lock.mode()))
                        .toList(),
                PreparedRecord.encodeWrites(writes));
        byte[] key = PreparedRecord.key(label.identifier());
        byte[] value = record.encode();
        BatchEncoder batch = new BatchEncoder();
        batch.put(key, 0, key.length, value, 0, value.length);
        host.commit(CommitRequest.of(batch));
    }

    /// As it was before the process that prepared it ended. Its id runs already.
    static StoreTransaction restore(TransactionHost host, PreparedRecord record) {
        LockSession keeper = new LockSession(0);
        StoreTransaction transaction = new StoreTransaction(
                host,
                new TransactionOptions(
                        record.serializable() ? Isolation.SERIALIZABLE : Isolation.READ_COMMITTED,
                        false,
                        false,
                        keeper));
        transaction.id = record.transactionId();
        keeper.transactionId(transaction.id);
        host.locks().lock(keeper, new LockTag.TransactionId(transaction.id), LockMode.EXCLUSIVE, Scope.SESSION);
        for (PreparedRecord.HeldLock lock : record.locks()) {
            host.locks().lock(keeper, lock.tag(), lock.mode(), Scope.TRANSACTION);
        }
        record.replay(transaction.writes);
        transaction.restoreSegments();
        transaction.deferred.addAll(record.drops());
        transaction.changedCatalogs.addAll(record.changedCatalogs());
        if (record.serializable()) {
            transaction.serial = SerialTransaction.restore(host.serialConflicts(), keeper, transaction.id);
            record.tell(transaction.serial);
        }
        transaction.prepared = true;
        return transaction;
    }

    private void restoreSegments() {
        segments.restore(writes.over(
                NoKeys.INSTANCE,
                new byte[] {SegmentKey.MANIFEST},
                new byte[] {SegmentKey.MANIFEST + 1},
                ALL_COMMANDS,
                Direction.FORWARD));
        for (OwnSegment made : segments.list()) {
            ManifestEntry entry = made.entry();
            host.claim(
                    entry.segmentNumber(),
                    new Claims.Claim(made.relationNumber(), entry.firstRowid(), entry.lastRowid()));
            deferred.add(new Deferred.Claim(entry.segmentNumber()));
        }
    }

    /// The record goes with the same batch that the writes come with.
    void commitPrepared(String identifier, Durability durability) {
        writes.delete(PreparedRecord.key(identifier), command);
        host.transactionResumed();
        commit(durability);
    }

    void rollbackPrepared(String identifier) {
        byte[] key = PreparedRecord.key(identifier);
        BatchEncoder batch = new BatchEncoder();
        batch.delete(key, 0, key.length);
        host.commit(CommitRequest.of(batch));
        host.transactionResumed();
        rollback();
    }

    private void handOver(Durability durability) {
        BatchEncoder batch = new BatchEncoder();
        List<Path> files = List.of();
        TouchedRows[] touched = new TouchedRows[1];
        boolean whole = false;
        if (writes.keyCount() <= host.ingestKeys()) {
            writes.forEach(batch);
        } else {
            files = created.isEmpty() ? List.of() : filesOfCreated(batch, touched);
            whole = files.isEmpty();
            if (whole) {
                batch = new BatchEncoder();
                files = host.writeSortedFiles(visitor -> {
                    touched[0] = new TouchedRows(visitor);
                    writes.forEach(touched[0]);
                });
            }
        }
        for (Deferred line : deferred) {
            if (line instanceof Deferred.Drop(byte space, int number)) {
                batch.deleteAll(space, number);
            }
        }
        try {
            host.commit(new CommitRequest(
                    id,
                    batch,
                    new CommitRequest.Files(files, touched[0], whole),
                    segments.list(),
                    changedCatalogs,
                    durability,
                    flushes));
        } finally {
            host.deleteFiles(files);
        }
    }

    /// Without files when what goes to the batch is too much for one.
    private List<Path> filesOfCreated(BatchEncoder batch, TouchedRows[] touched) {
        boolean[] fits = new boolean[1];
        List<Path> files = host.writeSortedFiles(visitor -> {
            touched[0] = segments.isEmpty() ? null : new TouchedRows(visitor);
            CreatedWrites split =
                    new CreatedWrites(created, touched[0] == null ? visitor : touched[0], batch, host.ingestKeys());
            writes.forEach(split);
            fits[0] = split.restFits();
        });
        if (!fits[0]) {
            host.deleteFiles(files);
            return List.of();
        }
        return files;
    }

    @Override
    public void rollback() {
        if (ended) {
            return;
        }
        if (id != 0) {
            host.transactionIds().end(id);
        }
        finishSerial(false);
        takeBack(0);
        end();
    }

    private void finishSerial(boolean committed) {
        if (serial != null) {
            serial.finish(committed);
            serial = null;
        }
    }

    private void end() {
        ended = true;
        for (Deferred line : deferred) {
            if (line instanceof Deferred.Claim(int segmentNumber)) {
                host.endClaim(segmentNumber);
            }
        }
        writes.close();
        if (id != 0) {
            session.transactionId(0);
            host.locks().unlock(session, new LockTag.TransactionId(id), LockMode.EXCLUSIVE);
        }
        host.locks().releaseAfter(session, 0);
        closeSnapshot();
        host.transactionEnded();
    }

    private void closeSnapshot() {
        if (snapshot != null) {
            snapshot.close();
            snapshot = null;
        }
        view = null;
    }

    /// The outcome of the transaction is settled: what a callback throws is logged.
    private static void runQuietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            LOG.error("an action at the end of a transaction failed", failure);
        }
    }

    private void requireRunning() {
        if (ended) {
            throw new IllegalStateException("the transaction has ended");
        }
    }

    @Override
    public void close() {
        rollback();
    }
}
