package io.pglitedb.executor.transaction;

import io.pglitedb.executor.session.TransactionStatus;
import io.pglitedb.planner.ast.SessionStatement;
import io.pglitedb.planner.ast.SessionStatement.Isolation;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.Savepoint;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A session's transaction as PostgreSQL's rules for statements have it.
/// ```
///          statement          BEGIN               error
///   NONE ─────────────▶ NONE ───────▶ IN_BLOCK ─────────▶ FAILED
///    ▲  (a transaction    │             │  ▲                │  │ ROLLBACK TO
///    │   of its own)      │ several     │  └────────────────┼──┘
///    │                    ▼ in a string │ COMMIT, ROLLBACK  │ COMMIT, ROLLBACK
///    │◀────────────── IMPLICIT ◀────────┴───────────────────┘
/// ```
/// The store's transaction begins when something first asks for it, so that BEGIN's modes may still change.
public final class TransactionBlock {
    private enum State {
        /// Each statement (each Sync, in the extended protocol) ends its own transaction.
        NONE,
        /// Several statements in one string: ends with the string.
        IMPLICIT,
        IN_BLOCK,
        FAILED
    }

    /// @param level of the settings
    private record Frame(String name, int level, Savepoint savepoint, boolean readOnly) {}

    private final TransactionHost host;
    private final List<TransactionListener> listeners = new ArrayList<>();
    private final List<Frame> savepoints = new ArrayList<>();
    private final Deferral deferral = new Deferral(this);
    private State state = State.NONE;
    private boolean started;
    private Transaction transaction;
    private boolean snapshotTaken;
    private boolean usesTemporary;
    private boolean exports;
    private TransactionModes modes;
    private long startedAt;

    public TransactionBlock(TransactionHost host) {
        this.host = host;
        addListener(deferral);
    }

    /// Listeners hear of events in the order in which they were added.
    public void addListener(TransactionListener listener) {
        listeners.add(listener);
    }

    public Deferral deferral() {
        return deferral;
    }

    public TransactionStatus status() {
        return switch (state) {
            case NONE, IMPLICIT -> TransactionStatus.IDLE;
            case IN_BLOCK -> TransactionStatus.IN_TRANSACTION;
            case FAILED -> TransactionStatus.FAILED;
        };
    }

    public boolean failed() {
        return state == State.FAILED;
    }

    /// Whether the transaction goes on after the statement: a block of either kind.
    public boolean inBlock() {
        return state != State.NONE;
    }

    /// Between BEGIN and COMMIT, failed or not.
    public boolean inExplicitBlock() {
        return state == State.IN_BLOCK || state == State.FAILED;
    }

    /// 1 in a transaction, 2 and more in savepoints.
    public int level() {
        return started ? 1 + savepoints.size() : 0;
    }

    public TransactionModes modes() {
        return started || state == State.FAILED ? modes : host.defaultModes();
    }

    /// µs since 2000-01-01 UTC.
    public long startedAt() {
        return started ? startedAt : host.statementTimestamp();
    }

    /// To be called before a statement runs: there is a transaction then, unless the block has failed.
    public void startCommand() {
        if (!started && state != State.FAILED) {
            start(host.defaultModes());
        }
    }

    private void start(TransactionModes wanted) {
        modes = wanted;
        startedAt = host.statementTimestamp();
        snapshotTaken = false;
        usesTemporary = false;
        exports = false;
        host.beginLevel();
        started = true;
    }

    /// The store's transaction, begun if need be.
    public Transaction transaction() {
        if (!started) {
            throw new IllegalStateException("no transaction");
        }
        if (transaction == null) {
            transaction = host.begin(modes);
        }
        return transaction;
    }

    /// Null when nothing has asked for it yet.
    public Transaction transactionIfBegun() {
        return transaction;
    }

    /// A new statement's view; see [Transaction#startStatement()].
    public ReadView startStatement() {
        ReadView view = transaction().startStatement();
        snapshotTaken = true;
        return view;
    }

    /// The transaction works with temporary objects, so it cannot outlive its session.
    public void noteTemporary() {
        usesTemporary = true;
    }

    public boolean usesTemporary() {
        return usesTemporary;
    }

    /// SET TRANSACTION SNAPSHOT.
    public void importSnapshot(String identifier, ExportedSnapshots exported, int database) {
        if (snapshotTaken || !savepoints.isEmpty()) {
            throw active("SET TRANSACTION SNAPSHOT must be called before any query");
        }
        if (modes.stored() == io.pglitedb.rowstore.Isolation.READ_COMMITTED) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "a snapshot-importing transaction must have isolation level SERIALIZABLE or REPEATABLE READ");
        }
        ExportedSnapshots.Exported found = exported.find(identifier);
        if (found == null) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "invalid snapshot identifier: \"" + identifier + "\"");
        }
        try (Snapshot snapshot = found.snapshot()) {
            if (modes.isolation() == Isolation.SERIALIZABLE) {
                throw PgException.notSupported("SET TRANSACTION SNAPSHOT of a SERIALIZABLE transaction");
            }
            if (found.database() != database) {
                throw new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED, "cannot import a snapshot from a different database");
            }
            transaction().startFrom(snapshot);
        }
        snapshotTaken = true;
    }

    /// pg_export_snapshot.
    public String exportSnapshot(ExportedSnapshots exported, int database, int processId) {
        if (!savepoints.isEmpty()) {
            throw active("cannot export a snapshot from a subtransaction");
        }
        String identifier = exported.export(transaction().view().snapshot(), database, processId);
        transaction().afterCommit(() -> exported.withdraw(identifier));
        transaction().afterRollback(() -> exported.withdraw(identifier));
        exports = true;
        return identifier;
    }

    /// 25P02 in a failed block.
    public void requireUsable() {
        if (state == State.FAILED) {
            throw new PgException(
                    SqlState.IN_FAILED_SQL_TRANSACTION,
                    "current transaction is aborted, commands ignored until end of transaction block");
        }
    }

    /// 25001 where `command` would be part of a transaction block.
    public void requireOutsideBlock(String command) {
        if (inBlock()) {
            throw active(command + " cannot run inside a transaction block");
        }
    }

    /// 25006 in a read-only transaction.
    public void requireWritable(String command) {
        if (modes().readOnly()) {
            throw new PgException(
                    SqlState.READ_ONLY_SQL_TRANSACTION, "cannot execute " + command + " in a read-only transaction");
        }
    }

    /// 25P01 outside a block.
    public void requireBlock(String command) {
        if (!inBlock()) {
            throw onlyInBlocks(command);
        }
    }

    private void requireExplicitBlock(String command) {
        if (!inExplicitBlock()) {
            throw onlyInBlocks(command);
        }
    }

    private static PgException onlyInBlocks(String command) {
        return new PgException(SqlState.NO_ACTIVE_SQL_TRANSACTION, command + " can only be used in transaction blocks");
    }

    /// A warning where `command` has no effect for want of a block.
    public void warnOutsideBlock(String command) {
        if (!inBlock()) {
            host.report(Report.warning(
                    SqlState.NO_ACTIVE_SQL_TRANSACTION, command + " can only be used in transaction blocks"));
        }
    }

    /// The statements that follow are one transaction.
    public void beginImplicit() {
        if (state == State.NONE) {
            state = State.IMPLICIT;
        }
    }

    public void endImplicit() {
        if (state == State.IMPLICIT) {
            state = State.NONE;
        }
    }

    /// The end of a statement (of a Sync, in the extended protocol): commits unless a block is open.
    public void finishCommand() {
        if (state == State.NONE && started) {
            commitNow();
        }
    }

    /// After any error of a statement.
    public void fail() {
        deferral.statementFailed();
        switch (state) {
            case NONE, IMPLICIT -> {
                rollbackNow();
                state = State.NONE;
            }
            case IN_BLOCK -> {
                state = State.FAILED;
                if (savepoints.isEmpty()) {
                    rollbackNow();
                } else {
                    undo(savepoints.getLast());
                }
            }
            case FAILED -> {}
        }
    }

    private void undo(Frame frame) {
        listeners.forEach(listener -> listener.savepointRollingBack(frame.level()));
        transaction.rollbackTo(frame.savepoint());
        host.endLevel(frame.level(), false);
        host.beginLevel();
        modes = modes.withReadOnly(frame.readOnly());
    }

    /// BEGIN.
    public void begin(SessionStatement.TransactionModes wanted) {
        if (state == State.IN_BLOCK) {
            host.report(Report.warning(SqlState.ACTIVE_SQL_TRANSACTION, "there is already a transaction in progress"));
        } else {
            state = State.IN_BLOCK;
        }
        change(wanted);
    }

    /// COMMIT; the tag to answer with.
    public String commit(boolean chain) {
        TransactionModes same = modes();
        if (chain && !inExplicitBlock()) {
            throw onlyInBlocks("COMMIT AND CHAIN");
        }
        boolean good = state != State.FAILED;
        if (!inExplicitBlock()) {
            warnNoTransaction();
        }
        boolean wasFailed = state == State.FAILED;
        state = State.NONE;
        if (wasFailed) {
            rollbackNow();
        } else {
            commitNow();
        }
        chain(chain, same);
        return good ? "COMMIT" : "ROLLBACK";
    }

    /// PREPARE TRANSACTION; the tag to answer with.
    ///
    /// @param takeOver ends the transaction for the session; it rolls it back when it fails
    public String prepare(Consumer<Transaction> takeOver) {
        if (!inExplicitBlock()) {
            warnNoTransaction();
            state = State.NONE;
            rollbackNow();
            return "ROLLBACK";
        }
        boolean good = state != State.FAILED;
        state = State.NONE;
        if (!good) {
            rollbackNow();
            return "ROLLBACK";
        }
        boolean prepared = false;
        try {
            if (exports) {
                throw new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED, "cannot PREPARE a transaction that has exported snapshots");
            }
            listeners.forEach(TransactionListener::beforePrepare);
            listeners.forEach(TransactionListener::beforeCommit);
            takeOver.accept(transaction());
            prepared = true;
        } finally {
            if (!prepared) {
                rollbackNow();
            }
        }
        transaction = null;
        end(true);
        listeners.forEach(TransactionListener::committed);
        return "PREPARE TRANSACTION";
    }

    /// ROLLBACK.
    public void rollback(boolean chain) {
        TransactionModes same = modes();
        if (!inExplicitBlock()) {
            if (chain) {
                throw onlyInBlocks("ROLLBACK AND CHAIN");
            }
            warnNoTransaction();
        }
        state = State.NONE;
        rollbackNow();
        chain(chain, same);
    }

    private void chain(boolean chain, TransactionModes same) {
        if (chain) {
            start(same);
            state = State.IN_BLOCK;
        }
    }

    private void warnNoTransaction() {
        host.report(Report.warning(SqlState.NO_ACTIVE_SQL_TRANSACTION, "there is no transaction in progress"));
    }

    /// SAVEPOINT.
    public void savepoint(String name) {
        requireExplicitBlock("SAVEPOINT");
        Savepoint savepoint = transaction().savepoint();
        savepoints.add(new Frame(name, host.beginLevel(), savepoint, modes.readOnly()));
    }

    /// RELEASE SAVEPOINT.
    public void release(String name) {
        requireExplicitBlock("RELEASE SAVEPOINT");
        int index = find(name);
        for (int last = savepoints.size() - 1; last >= index; last--) {
            Frame frame = savepoints.removeLast();
            transaction.release(frame.savepoint());
            host.endLevel(frame.level(), true);
            modes = modes.withReadOnly(frame.readOnly());
            listeners.forEach(listener -> listener.savepointReleased(frame.level()));
        }
    }

    /// ROLLBACK TO SAVEPOINT: its work is undone, itself stays.
    public void rollbackTo(String name) {
        requireExplicitBlock("ROLLBACK TO SAVEPOINT");
        int index = find(name);
        Frame frame = savepoints.get(index);
        while (savepoints.size() > index + 1) {
            savepoints.removeLast();
        }
        undo(frame);
        state = State.IN_BLOCK;
    }

    /// Begins a part of the transaction that may fail by itself; [#releaseInner] or [#rollbackInner] ends it.
    public void beginInner() {
        Savepoint savepoint = transaction().savepoint();
        savepoints.add(new Frame("", host.beginLevel(), savepoint, modes.readOnly()));
    }

    public void releaseInner() {
        Frame frame = savepoints.removeLast();
        transaction.release(frame.savepoint());
        host.endLevel(frame.level(), true);
        modes = modes.withReadOnly(frame.readOnly());
        listeners.forEach(listener -> listener.savepointReleased(frame.level()));
    }

    /// What was done since [#beginInner] is undone.
    public void rollbackInner() {
        undo(savepoints.getLast());
        releaseInner();
    }

    /// COMMIT or ROLLBACK of a procedure: its next statement begins another transaction.
    ///
    /// @param chain whether that has the same modes
    public void endInside(boolean commit, boolean chain) {
        TransactionModes same = modes();
        if (commit) {
            commitNow();
        } else {
            rollbackNow();
        }
        start(chain ? same : host.defaultModes());
    }

    private int find(String name) {
        for (int index = savepoints.size() - 1; index >= 0; index--) {
            if (savepoints.get(index).name().equals(name)) {
                return index;
            }
        }
        throw new PgException(SqlState.S_E_INVALID_SPECIFICATION, "savepoint \"" + name + "\" does not exist");
    }

    /// BEGIN's and SET TRANSACTION's modes.
    public void change(SessionStatement.TransactionModes wanted) {
        if (wanted.isolation() != null) {
            changeIsolation(wanted.isolation());
        }
        if (wanted.readOnly() != null) {
            changeReadOnly(wanted.readOnly());
        }
        if (wanted.deferrable() != null) {
            changeDeferrable(wanted.deferrable());
        }
    }

    public void changeIsolation(Isolation isolation) {
        if (isolation != modes.isolation()) {
            if (snapshotTaken) {
                throw active("SET TRANSACTION ISOLATION LEVEL must be called before any query");
            }
            if (!savepoints.isEmpty()) {
                throw active("SET TRANSACTION ISOLATION LEVEL must not be called in a subtransaction");
            }
            modes = modes.withIsolation(isolation);
            beginAnew();
        }
    }

    /// The store's transaction has the modes it began with: one that has done nothing yet makes way for another.
    private void beginAnew() {
        if (transaction != null && !snapshotTaken && savepoints.isEmpty()) {
            transaction.rollback();
            transaction = null;
        }
    }

    public void changeReadOnly(boolean readOnly) {
        if (modes.readOnly() && !readOnly) {
            if (!savepoints.isEmpty()) {
                throw active("cannot set transaction read-write mode inside a read-only transaction");
            }
            if (snapshotTaken) {
                throw active("transaction read-write mode must be set before any query");
            }
        }
        if (readOnly != modes.readOnly()) {
            modes = modes.withReadOnly(readOnly);
            beginAnew();
        }
    }

    public void changeDeferrable(boolean deferrable) {
        if (!savepoints.isEmpty()) {
            throw active("SET TRANSACTION [NOT] DEFERRABLE cannot be called within a subtransaction");
        }
        if (snapshotTaken) {
            throw active("SET TRANSACTION [NOT] DEFERRABLE must be called before any query");
        }
        if (deferrable != modes.deferrable()) {
            modes = modes.withDeferrable(deferrable);
            beginAnew();
        }
    }

    private static PgException active(String message) {
        return new PgException(SqlState.ACTIVE_SQL_TRANSACTION, message);
    }

    private void commitNow() {
        boolean committed = false;
        try {
            listeners.forEach(TransactionListener::beforeCommit);
            if (transaction != null) {
                transaction.commit(host.durability());
            }
            committed = true;
        } finally {
            if (!committed) {
                rollbackNow();
            }
        }
        closeTransaction();
        end(true);
        listeners.forEach(TransactionListener::committed);
    }

    private void rollbackNow() {
        if (!started) {
            return;
        }
        listeners.forEach(TransactionListener::rollingBack);
        closeTransaction();
        end(false);
    }

    private void closeTransaction() {
        if (transaction != null) {
            transaction.close();
            transaction = null;
        }
    }

    private void end(boolean commit) {
        savepoints.clear();
        started = false;
        host.endLevel(1, commit);
    }

    /// Ends whatever is open; for the end of the session.
    public void terminate() {
        rollbackNow();
        state = State.NONE;
    }
}
