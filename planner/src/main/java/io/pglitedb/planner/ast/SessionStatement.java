package io.pglitedb.planner.ast;

import java.util.List;

/// Statements about the session rather than about objects: transactions, settings, prepared statements, cursors,
/// COPY, maintenance.
public sealed interface SessionStatement extends Statement {
    enum Isolation {
        READ_UNCOMMITTED,
        READ_COMMITTED,
        REPEATABLE_READ,
        SERIALIZABLE
    }

    /// What BEGIN, START TRANSACTION and SET TRANSACTION may say; null where nothing is said.
    record TransactionModes(Isolation isolation, Boolean readOnly, Boolean deferrable) {
        public static final TransactionModes NONE = new TransactionModes(null, null, null);
    }

    /// BEGIN, or START TRANSACTION when `start`
    record Begin(boolean start, TransactionModes modes) implements SessionStatement {}

    /// COMMIT, END
    record Commit(boolean chain) implements SessionStatement {}

    /// ROLLBACK, ABORT
    record Rollback(boolean chain) implements SessionStatement {}

    record Savepoint(String name) implements SessionStatement {}

    record ReleaseSavepoint(String name) implements SessionStatement {}

    record RollbackToSavepoint(String name) implements SessionStatement {}

    record PrepareTransaction(String identifier) implements SessionStatement {}

    record CommitPrepared(String identifier) implements SessionStatement {}

    record RollbackPrepared(String identifier) implements SessionStatement {}

    /// SET: `values` are constants or a cast interval, `null` elements never occur; empty for DEFAULT.
    record SetVariable(String name, List<AstExpr> values, boolean local) implements SessionStatement {}

    /// SET name FROM CURRENT
    record SetFromCurrent(String name, boolean local) implements SessionStatement {}

    /// SET TRANSACTION, SET SESSION CHARACTERISTICS AS TRANSACTION
    record SetTransaction(TransactionModes modes, boolean sessionDefault, boolean local) implements SessionStatement {}

    /// SET TRANSACTION SNAPSHOT
    record SetSnapshot(String identifier, boolean local) implements SessionStatement {}

    /// `constraints` empty for ALL.
    record SetConstraints(List<RangeVar> constraints, boolean deferred) implements SessionStatement {}

    /// `name` null for ALL.
    record Reset(String name) implements SessionStatement {}

    /// `name` null for ALL.
    record Show(String name) implements SessionStatement {}

    record Explain(Statement statement, List<DefElem> options) implements SessionStatement {}

    record Prepare(String name, List<TypeName> parameterTypes, Statement statement) implements SessionStatement {}

    record Execute(String name, List<AstExpr> arguments) implements SessionStatement {}

    /// `name` null for ALL.
    record Deallocate(String name) implements SessionStatement {}

    enum CursorOption {
        BINARY,
        SCROLL,
        NO_SCROLL,
        INSENSITIVE,
        ASENSITIVE,
        HOLD
    }

    record DeclareCursor(String name, List<CursorOption> options, SelectStmt query) implements SessionStatement {}

    enum FetchDirection {
        FORWARD,
        BACKWARD,
        ABSOLUTE,
        RELATIVE
    }

    /// FETCH and MOVE; `count` Long.MAX_VALUE for ALL.
    record Fetch(String cursor, FetchDirection direction, long count, boolean move) implements SessionStatement {}

    /// `name` null for ALL.
    record CloseCursor(String name) implements SessionStatement {}

    record Listen(String channel) implements SessionStatement {}

    /// `channel` null for all.
    record Unlisten(String channel) implements SessionStatement {}

    /// `payload` null when absent.
    record Notify(String channel, String payload) implements SessionStatement {}

    enum LockMode {
        ACCESS_SHARE,
        ROW_SHARE,
        ROW_EXCLUSIVE,
        SHARE_UPDATE_EXCLUSIVE,
        SHARE,
        SHARE_ROW_EXCLUSIVE,
        EXCLUSIVE,
        ACCESS_EXCLUSIVE
    }

    record Lock(List<RangeVar> relations, LockMode mode, boolean nowait) implements SessionStatement {}

    /// One table of VACUUM or ANALYZE; `columns` empty for all.
    record VacuumTarget(RangeVar relation, List<String> columns) {}

    /// VACUUM and ANALYZE; `targets` empty for the whole database.
    record Vacuum(boolean vacuum, List<DefElem> options, List<VacuumTarget> targets) implements SessionStatement {}

    /// `relation` null for all that were clustered before.
    record Cluster(List<DefElem> options, RangeVar relation, String index) implements SessionStatement {}

    enum ReindexKind {
        INDEX,
        TABLE,
        SCHEMA,
        SYSTEM,
        DATABASE
    }

    /// `relation` for INDEX and TABLE, else `name`.
    record Reindex(ReindexKind kind, List<DefElem> options, RangeVar relation, String name)
            implements SessionStatement {}

    record Checkpoint() implements SessionStatement {}

    enum DiscardTarget {
        ALL,
        PLANS,
        SEQUENCES,
        TEMP
    }

    record Discard(DiscardTarget target) implements SessionStatement {}

    record Truncate(List<RangeVar> relations, boolean restartIdentity, boolean cascade) implements SessionStatement {}

    /// COPY: either `relation` (with `columns`, empty for all) or `query`. `file` null for STDIN and STDOUT.
    record Copy(
            RangeVar relation,
            List<String> columns,
            Statement query,
            boolean from,
            boolean program,
            String file,
            List<DefElem> options,
            AstExpr where)
            implements SessionStatement {}

    record Call(AstExpr.FuncCall call) implements SessionStatement {}

    /// LOAD of a library.
    record Load(String file) implements SessionStatement {}

    /// `options`: as (the body) and language.
    record Do(List<DefElem> options) implements SessionStatement {}
}
