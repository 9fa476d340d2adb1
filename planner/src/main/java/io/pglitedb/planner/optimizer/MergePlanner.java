package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.from.FromPlanner;
import io.pglitedb.planner.optimizer.from.JoinItem;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.optimizer.modify.ColumnDefaults;
import io.pglitedb.planner.optimizer.modify.ModifyMembers;
import io.pglitedb.planner.optimizer.modify.ModifyTargets;
import io.pglitedb.planner.optimizer.modify.RowChecks;
import io.pglitedb.planner.partition.PartitionTree;
import io.pglitedb.planner.plan.MergeStep;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinKind;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.MergeAction;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import java.util.ArrayList;
import java.util.List;

/// MERGE: the source, joined with the rows of the target that it matches.
final class MergePlanner {
    private final Scope scope;
    private final Query query;
    private final TableDef table;

    private MergePlanner(Scope scope) {
        this.scope = scope;
        this.query = scope.query();
        RangeTableEntry.Relation entry = (RangeTableEntry.Relation) query.rangeTableEntry(query.resultRelation());
        this.table = scope.context().catalog().table(entry.table());
        ModifyTargets.requireChangeable(table, scope.context().catalog());
    }

    static PlanNode plan(Scope scope) {
        return new MergePlanner(scope.replaced(joined(scope.query()))).plan();
    }

    /// The query with the target in its FROM. Rows of the source that match nothing are there only for those who
    /// ask.
    private static Query joined(Query query) {
        boolean all = query.mergeActions().stream().anyMatch(action -> !action.matched());
        JoinTree.From from = query.joinTree();
        JoinTree join = new JoinTree.Join(
                all ? JoinKind.LEFT : JoinKind.INNER,
                false,
                from.items().getFirst(),
                new JoinTree.Reference(query.resultRelation()),
                List.of(),
                from.where(),
                0);
        return query.toBuilder()
                .joinTree(new JoinTree.From(List.of(join), null))
                .build();
    }

    private PlanNode plan() {
        JoinItem from = new FromPlanner(scope).plan();
        Leaf.Table leaf = scope.tableLeaf(query.resultRelation());
        leaf.read(ScanTable.ROW_IDENTITY);
        List<Expr> sources = new ArrayList<>();
        for (MergeAction action : query.mergeActions()) {
            action.targets().stream()
                    .filter(TargetEntry::junk)
                    .forEach(target -> sources.add(scope.lower(target.expression())));
        }
        List<MergeStep> lowered =
                query.mergeActions().stream().map(this::lowered).toList();
        Stage stage = QueryPlanner.join(scope, from).with(sources);
        ModifyTargets targets =
                new ModifyTargets(scope.context().catalog(), scope.context().session());
        return new PlanNode.Merge(
                stage.node(),
                targets.of(leaf.scan()).withRowChecks(RowChecks.place(scope, table)),
                new ModifyMembers(targets, table).of(stage.node(), leaf.number()),
                PartitionTree.whole(
                        table, scope.context().catalog(), scope.context().session()),
                stage.slots().slotOf(leaf.variable(ScanTable.ROW_IDENTITY)),
                lowered.stream().map(step -> placed(step, stage.slots())).toList(),
                stage.node().estimate());
    }

    private MergeStep lowered(MergeAction action) {
        ColumnDefaults defaults =
                new ColumnDefaults(scope.context().catalog(), scope.context().session(), table);
        List<PlanNode.Assignment> assignments = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        if (action.kind() == MergeAction.Kind.UPDATE) {
            for (TargetEntry target : action.targets()) {
                if (!target.junk()) {
                    ColumnDef column = table.columns().get(target.number() - 1);
                    assignments.add(new PlanNode.Assignment(
                            target.number(), scope.lower(defaults.updated(column, target.expression()))));
                }
            }
        }
        if (action.kind() == MergeAction.Kind.INSERT) {
            for (ColumnDef column : table.columns()) {
                Expr given = action.targets().stream()
                        .filter(target -> target.number() == column.number())
                        .map(TargetEntry::expression)
                        .findFirst()
                        .orElse(null);
                values.add(scope.lower(defaults.inserted(column, given, action.overriding())));
            }
        }
        Expr condition = action.condition() == null ? null : scope.lower(action.condition());
        return new MergeStep(action.matched(), action.kind(), condition, assignments, values);
    }

    private static MergeStep placed(MergeStep step, SlotMap slots) {
        return new MergeStep(
                step.matched(),
                step.kind(),
                step.condition() == null ? null : slots.place(step.condition()),
                step.assignments().stream()
                        .map(assignment ->
                                new PlanNode.Assignment(assignment.column(), slots.place(assignment.value())))
                        .toList(),
                slots.placeAll(step.values()));
    }
}
