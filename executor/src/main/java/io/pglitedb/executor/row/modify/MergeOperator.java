package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.lock.Recheck;
import io.pglitedb.executor.row.table.RowIdentity;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.executor.trigger.StatementTriggers;
import io.pglitedb.planner.plan.MergeStep;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.MergeAction;
import io.pglitedb.planner.query.RowCheck;
import io.pglitedb.rowstore.RowLockMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// MERGE. For each row of the source, joined with a row of the target or with none, the first WHEN clause that
/// fits is done. Source of the rules: PostgreSQL's ExecMergeMatched and ExecMergeNotMatched.
public final class MergeOperator implements Operator {
    private final Run run;
    private final Operator input;
    private final TableDef named;
    private final RowLocking locking;
    private final int identitySlot;
    /// Null for a table that is not partitioned.
    private final PartitionRouter router;
    private final List<Step> steps = new ArrayList<>();
    private final StatementTriggers statements;
    /// What the clauses do, with the slots that UPDATE sets.
    private final Map<Event, BitSet> events = new EnumMap<>(Event.class);

    /// @param condition null for none
    /// @param values of INSERT
    private record Step(
            boolean matched, MergeAction.Kind kind, Evaluator condition, TargetTables tables, Evaluator[] values) {
        boolean fits(Object[] row) {
            return condition == null || Boolean.TRUE.equals(condition.evaluate(row));
        }
    }

    public MergeOperator(PlanNode.Merge merge, BuildContext context) {
        run = context.run();
        input = context.buildTracked(merge.input());
        named = merge.target().definition();
        locking = RowLocking.once(
                run, new Recheck(merge.input(), context), merge.target().table().scanId());
        identitySlot = merge.identity();
        router = merge.partitions() == null
                ? null
                : PartitionRouter.of(merge.target(), merge.partitions(), context.compiler());
        statements = StatementTriggers.of(
                named, context.catalog(), context.compiler().binder().session());
        for (MergeStep step : merge.steps()) {
            note(step);
            steps.add(new Step(
                    step.matched(),
                    step.kind(),
                    context.compiler().compileOptional(step.condition()),
                    new TargetTables(
                            merge.target(),
                            step.matched() ? merge.members() : List.of(),
                            step.assignments(),
                            changes(step.kind()),
                            context.compiler(),
                            run),
                    context.compiler().compileAll(step.values()).toArray(new Evaluator[0])));
        }
    }

    private void note(MergeStep step) {
        switch (step.kind()) {
            case INSERT -> events.putIfAbsent(Event.INSERT, new BitSet());
            case DELETE -> events.putIfAbsent(Event.DELETE, new BitSet());
            case UPDATE -> {
                BitSet changed = events.computeIfAbsent(Event.UPDATE, _ -> new BitSet());
                step.assignments().forEach(assignment -> changed.set(assignment.column() - 1));
            }
            case DO_NOTHING -> {}
        }
    }

    /// What a clause does to rows that are there.
    private static Set<Event> changes(MergeAction.Kind kind) {
        return switch (kind) {
            case UPDATE -> Set.of(Event.UPDATE);
            case DELETE -> Set.of(Event.DELETE);
            default -> Set.of();
        };
    }

    @Override
    public void open() {
        events.forEach((event, changed) -> statements.before(event, changed));
        input.open();
    }

    @Override
    public Object[] next() {
        Object[] row;
        while ((row = input.next()) != null) {
            run.checkCancellation();
            merge(row);
        }
        if (statements.endsNow()) {
            events.forEach((event, changed) -> statements.after(run.execution().deferred(), event, changed));
        }
        return null;
    }

    private void merge(Object[] given) {
        Object[] row = given;
        while (row != null && row[identitySlot] instanceof RowIdentity identity) {
            Step step = step(true, row);
            if (step == null || step.kind == MergeAction.Kind.DO_NOTHING) {
                return;
            }
            Object[] next = matched(step, row, identity);
            if (next == row) {
                return;
            }
            row = next; // changed meanwhile: look again, at its newest version
        }
        Step step = step(false, row == null ? given : row);
        if (step != null && step.kind == MergeAction.Kind.INSERT) {
            insert(step, row == null ? given : row);
        }
    }

    /// Null when none fits.
    private Step step(boolean matched, Object[] row) {
        for (Step step : steps) {
            if (step.matched == matched && step.fits(row)) {
                return step;
            }
        }
        return null;
    }

    /// The row itself when all is done; else what has become of it: null when it is gone.
    private Object[] matched(Step step, Object[] row, RowIdentity identity) {
        TargetTable table = step.tables.of(identity.table());
        RowWriter writer = table.writer;
        Object[] before = writer.read(identity.rowid(), identity.stored());
        boolean deletes = step.kind == MergeAction.Kind.DELETE;
        Object[] proposed = deletes ? null : table.assignments.apply(before, row);
        boolean strong = deletes
                || writer.triggers().hasBefore(Event.UPDATE)
                || router != null && !writer.belongs(proposed)
                || writer.changesKey(before, proposed);
        RowLockMode mode = strong ? RowLockMode.UPDATE : RowLockMode.NO_KEY_UPDATE;
        Object[] locked = locking.lock(row, identity, mode);
        if (locked != row) {
            return locked;
        }
        writer.requireChangeable(before, deletes ? RowCheck.Kind.MERGE_DELETE : RowCheck.Kind.MERGE_UPDATE);
        Object[] wanted = deletes
                ? writer.triggers().before(Event.DELETE, before, null, null)
                : writer.triggers().before(Event.UPDATE, before, proposed, table.assignments.changed());
        if (wanted == null) {
            return row;
        }
        Object[] after = deletes ? null : wanted;
        boolean moves = !deletes && router != null && !writer.belongs(after);
        if (deletes) {
            writer.delete(before, identity.rowid());
        } else if (moves) {
            Object[] moved = table.toNamed(after);
            writer.delete(before, identity.rowid());
            put(step.tables.of(router.route(moved)), moved, RowCheck.Kind.UPDATE);
        } else {
            writer.prepare(after, RowCheck.Kind.UPDATE);
            writer.update(before, after, identity.rowid(), table.assignments.changed());
        }
        run.countChange();
        return row;
    }

    private void insert(Step step, Object[] input) {
        Object[] row = new Object[step.values.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = step.values[i].evaluate(input);
        }
        if (put(step.tables.of(router == null ? named : router.route(row)), row, RowCheck.Kind.INSERT)) {
            run.countChange();
        }
    }

    /// False when a trigger leaves it out.
    ///
    /// @param row of the named table
    private boolean put(TargetTable table, Object[] row, RowCheck.Kind policies) {
        Object[] own = table.writer.triggers().before(Event.INSERT, null, table.fromNamed(row), null);
        if (own == null) {
            return false;
        }
        if (router == null) {
            table.writer.prepare(own, policies);
        } else {
            table.writer.prepareRouted(own, policies);
        }
        table.writer.insert(
                own, run.execution().store().nextRowid(table.writer.table().storage()));
        return true;
    }

    @Override
    public void close() {
        input.close();
    }
}
