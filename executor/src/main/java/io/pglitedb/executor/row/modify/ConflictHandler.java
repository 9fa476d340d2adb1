package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.lock.ConcurrentChange;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.planner.plan.ConflictAction;
import io.pglitedb.planner.query.RowCheck;
import io.pglitedb.rowstore.RowLockMode;
import io.pglitedb.rowstore.RowLockResult;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.WaitPolicy;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// ON CONFLICT: looks for rows that have a key of the new one, before it is written, and updates the one found.
final class ConflictHandler {
    private final Run run;
    private final TargetTable table;
    private final RowWriter writer;
    private final List<IndexWriter> arbiters;
    private final boolean update;
    /// Null for none.
    private final Evaluator where;

    ConflictHandler(ConflictAction action, TargetTable table, BuildContext context) {
        this.run = context.run();
        this.table = table;
        this.writer = table.writer;
        this.arbiters = writer.indexes().stream()
                .filter(index ->
                        index.definition().unique() || index.definition().exclusion())
                .filter(index -> action.arbiters().isEmpty()
                        || stands(index.definition().oid(), action.arbiters(), context.catalog()))
                .toList();
        this.update = action.update();
        this.where = context.compiler().compileOptional(action.where());
    }

    /// Whether the index, or the partitioned one that it is part of, is among the arbiters.
    private static boolean stands(int index, List<Integer> arbiters, CatalogView catalog) {
        return arbiters.contains(index)
                || catalog.parents(index).stream().anyMatch(parent -> stands(parent, arbiters, catalog));
    }

    /// Rowid of a row with a key of the new one; -1 when there is none, and then no other transaction can add
    /// one.
    long find(Object[] row) {
        for (IndexWriter arbiter : arbiters) {
            long rowid = arbiter.conflicting(row);
            if (rowid >= 0) {
                return rowid;
            }
        }
        return -1;
    }

    /// DO NOTHING, or DO UPDATE; null when the row stays as it is. The key is locked, so the row does not vanish.
    Written resolve(Object[] proposed, long rowid) {
        Execution execution = run.execution();
        Transaction transaction = execution.transaction();
        int storage = writer.table().storage();
        if (!update) {
            requireVisible(rowid, transaction.newestRow(storage, rowid));
            return null;
        }
        while (true) {
            byte[] stored = transaction.newestRow(storage, rowid);
            requireVisible(rowid, stored);
            long writerId = RowHeader.transactionId(stored, 0);
            Object[] before = writer.read(rowid, stored);
            Object[] both =
                    Returning.joined(writer.table(), table.toNamed(before), rowid, writerId, table.toNamed(proposed));
            Object[] after = table.assignments.apply(before, both);
            RowLockMode mode = writer.triggers().hasBefore(Event.UPDATE) || writer.changesKey(before, after)
                    ? RowLockMode.UPDATE
                    : RowLockMode.NO_KEY_UPDATE;
            RowLockResult result =
                    transaction.lockRow(execution.view(), storage, rowid, writerId, mode, WaitPolicy.WAIT);
            ConcurrentChange.refuse(transaction, result);
            switch (result) {
                case RowLockResult.Unchanged _ -> {
                    return change(before, after, both, rowid);
                }
                case RowLockResult.Changed _ -> {} // locked now: read it again
                case RowLockResult.SelfModified _ ->
                    throw new PgException(
                                    SqlState.CARDINALITY_VIOLATION,
                                    "ON CONFLICT DO UPDATE command cannot affect row a second time")
                            .hint("Ensure that no rows proposed for insertion within the same command have duplicate"
                                    + " constrained values.");
                case RowLockResult.Deleted _, RowLockResult.NotLocked _ ->
                    throw new IllegalStateException("the row of a locked key is gone: " + result);
            }
        }
    }

    private Written change(Object[] before, Object[] proposed, Object[] both, long rowid) {
        if (where != null && !Boolean.TRUE.equals(where.evaluate(both))) {
            return null;
        }
        writer.requireChangeable(before, RowCheck.Kind.CONFLICT);
        Object[] after = writer.triggers().before(Event.UPDATE, before, proposed, table.assignments.changed());
        if (after == null) {
            return null;
        }
        if (!writer.belongs(after)) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "invalid ON UPDATE specification")
                    .detail("The result tuple would appear in a different partition than the original tuple.");
        }
        writer.prepareRouted(after, RowCheck.Kind.UPDATE);
        writer.update(before, after, rowid, table.assignments.changed());
        return new Written(after, rowid);
    }

    /// Above READ COMMITTED a row that the transaction cannot see must not decide what it does.
    private void requireVisible(long rowid, byte[] newest) {
        Execution execution = run.execution();
        Transaction transaction = execution.transaction();
        if (!ConcurrentChange.isRefused(transaction)) {
            return;
        }
        long writerId = RowHeader.transactionId(newest, 0);
        byte[] seen = transaction.get(execution.view(), writer.table().storage(), rowid);
        boolean visible =
                writerId == transaction.idIfAssigned() || seen != null && RowHeader.transactionId(seen, 0) == writerId;
        if (!visible) {
            throw ConcurrentChange.update();
        }
    }
}
