package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.optimizer.modify.ModifyTargets;
import io.pglitedb.planner.plan.ModifyMember;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.ScanTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tables that a statement writes rows of one table to. Each is made ready when its first row comes.
final class TargetTables {
    private final ModifyTarget named;
    private final List<PlanNode.Assignment> assignments;
    private final ExpressionCompiler compiler;
    private final Run run;
    /// What may happen to rows that are there.
    private final Set<Event> events;
    private final PublishedChanges published;
    private final Map<Integer, ModifyTarget> known = new HashMap<>();
    private final Map<Integer, TargetTable> ready = new HashMap<>();
    private TargetTable last;

    /// @param members as the plan knows them; others are looked up
    /// @param assignments of an UPDATE, to columns of the named table
    /// @param events what may happen to rows
    TargetTables(
            ModifyTarget named,
            List<ModifyMember> members,
            List<PlanNode.Assignment> assignments,
            Set<Event> events,
            ExpressionCompiler compiler,
            Run run) {
        this.named = named;
        this.assignments = assignments;
        this.compiler = compiler;
        this.run = run;
        this.events = events;
        this.published = new PublishedChanges(compiler.binder().session());
        members.forEach(member -> published.require(member.target().definition(), events));
        members.forEach(member -> known.put(member.target().definition().oid(), member.target()));
        known.putIfAbsent(named.definition().oid(), named);
        if (members.isEmpty() && named.definition().kind() != 'p') {
            of(named.definition());
        }
    }

    TargetTable of(TableDef table) {
        if (last == null || last.writer.table().oid() != table.oid()) {
            last = ready.computeIfAbsent(table.oid(), _ -> make(table));
        }
        return last;
    }

    private ModifyTarget withRowChecks(ModifyTarget target) {
        if (target == named || named.rowChecks().isEmpty()) {
            return target;
        }
        List<Integer> numbers = TableExpressions.columnsIn(target.definition(), named.definition());
        return target.withRowChecks(named.rowChecks().stream()
                .map(check -> check.withCondition(TableExpressions.overOtherRow(check.condition(), numbers)))
                .toList());
    }

    private TargetTable make(TableDef table) {
        ModifyTarget target = known.get(table.oid());
        if (target == null || target == named) {
            published.require(table, events);
        }
        if (target == null) {
            target = new ModifyTargets(
                            compiler.binder().catalog(), compiler.binder().session())
                    .of(new ScanTable(named.table().scanId(), table, table.name(), List.of()));
        }
        return new TargetTable(withRowChecks(target), named.definition(), assignments, compiler, run);
    }
}
