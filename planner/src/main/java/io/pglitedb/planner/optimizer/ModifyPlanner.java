package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.from.FromPlanner;
import io.pglitedb.planner.optimizer.from.JoinItem;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.optimizer.modify.ColumnDefaults;
import io.pglitedb.planner.optimizer.modify.ConflictPlanner;
import io.pglitedb.planner.optimizer.modify.InsertedValues;
import io.pglitedb.planner.optimizer.modify.ModifyMembers;
import io.pglitedb.planner.optimizer.modify.ModifyTargets;
import io.pglitedb.planner.optimizer.modify.Returning;
import io.pglitedb.planner.optimizer.modify.RowChecks;
import io.pglitedb.planner.partition.PartitionTree;
import io.pglitedb.planner.plan.ConflictAction;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.ModifyMember;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import java.util.ArrayList;
import java.util.List;

/// INSERT, UPDATE and DELETE of one query level.
final class ModifyPlanner {
    private final Scope scope;
    private final Query query;
    private final TableDef table;
    private final ColumnDefaults defaults;
    private final ModifyTargets targets;

    private ModifyPlanner(Scope scope) {
        this.scope = scope;
        this.query = scope.query();
        RangeTableEntry.Relation entry = (RangeTableEntry.Relation) query.rangeTableEntry(query.resultRelation());
        this.table = scope.context().catalog().table(entry.table());
        ModifyTargets.requireChangeable(table, scope.context().catalog());
        this.defaults =
                new ColumnDefaults(scope.context().catalog(), scope.context().session(), table);
        this.targets =
                new ModifyTargets(scope.context().catalog(), scope.context().session());
    }

    static PlanNode plan(Scope scope) {
        scope.context().markModifying();
        if (scope.query().command() == Query.Command.MERGE) {
            return MergePlanner.plan(scope);
        }
        ModifyPlanner planner = new ModifyPlanner(scope);
        return switch (scope.query().command()) {
            case INSERT -> planner.insert();
            case UPDATE -> planner.update();
            case DELETE -> planner.delete();
            case MERGE, SELECT ->
                throw new IllegalArgumentException(
                        "not planned here: " + scope.query().command());
        };
    }

    private PlanNode insert() {
        Query filled = InsertedValues.fill(query, table, defaults);
        Scope inner = filled == query ? scope : scope.replaced(filled);
        JoinItem from = new FromPlanner(inner).plan();
        List<Expr> values = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ColumnDef column : table.columns()) {
            Expr given = filled.targets().stream()
                    .filter(target -> target.number() == column.number())
                    .map(TargetEntry::expression)
                    .findFirst()
                    .orElse(null);
            values.add(inner.lower(defaults.inserted(column, given, query.overriding())));
            names.add(column.name());
        }
        Stage stage = QueryPlanner.join(inner, from).rows(values, names);
        ModifyTarget target = target(List.of());
        ConflictAction conflict = query.onConflict() == null ? null : new ConflictPlanner(scope, table, target).plan();
        Returning returning = new Returning(scope, table);
        return new PlanNode.Insert(
                stage.node(),
                target.withRowChecks(RowChecks.place(scope, table)),
                partitions(),
                conflict,
                returning.expressions(SlotMap.EMPTY),
                returning.columns(),
                changed(stage));
    }

    private ModifyTarget target(List<Integer> attributes) {
        ScanTable scan = new ScanTable(
                scope.context().newLeaf(),
                table,
                query.rangeTableEntry(query.resultRelation()).name(),
                attributes);
        return targets.of(scan);
    }

    private PartitionTree partitions() {
        return PartitionTree.whole(
                table, scope.context().catalog(), scope.context().session());
    }

    private static Estimate changed(Stage stage) {
        Estimate below = stage.node().estimate();
        return new Estimate(below.startup(), below.total() + below.rows() * 0.1, below.rows(), below.width());
    }

    /// The rows to change, joined with those of FROM or USING.
    private record Found(
            Stage stage, Leaf.Table leaf, ModifyTarget target, List<ModifyMember> members, Returning returning) {
        int identity() {
            return stage.slots().slotOf(leaf.variable(ScanTable.ROW_IDENTITY));
        }
    }

    /// @param computedFirst lowered sources of multi-assignments, which set parameters that the new values read
    private Found find(JoinItem from, List<Expr> computedFirst) {
        Leaf.Table leaf = scope.tableLeaf(query.resultRelation());
        leaf.read(ScanTable.ROW_IDENTITY);
        Returning returning = new Returning(scope, table);
        Stage stage = QueryPlanner.join(scope, from).with(computedFirst);
        List<ModifyMember> members = new ModifyMembers(targets, table).of(stage.node(), leaf.number());
        ModifyTarget target = targets.of(leaf.scan()).withRowChecks(RowChecks.place(scope, table));
        return new Found(stage, leaf, target, members, returning);
    }

    private PlanNode update() {
        JoinItem from = new FromPlanner(scope).plan();
        List<Expr> sources = new ArrayList<>();
        for (TargetEntry target : query.targets()) {
            if (target.junk()) {
                sources.add(scope.lower(target.expression()));
            }
        }
        List<TargetEntry> assigned =
                query.targets().stream().filter(target -> !target.junk()).toList();
        List<Expr> values = new ArrayList<>();
        for (TargetEntry target : assigned) {
            values.add(scope.lower(defaults.updated(table.columns().get(target.number() - 1), target.expression())));
        }
        Found found = find(from, sources);
        List<PlanNode.Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < assigned.size(); i++) {
            assignments.add(new PlanNode.Assignment(
                    assigned.get(i).number(), found.stage().slots().place(values.get(i))));
        }
        return new PlanNode.Update(
                found.stage().node(),
                found.target(),
                found.members(),
                partitions(),
                found.identity(),
                assignments,
                found.returning().expressions(found.stage().slots()),
                found.returning().columns(),
                changed(found.stage()));
    }

    private PlanNode delete() {
        Found found = find(new FromPlanner(scope).plan(), List.of());
        return new PlanNode.Delete(
                found.stage().node(),
                found.target(),
                found.members(),
                found.identity(),
                found.returning().expressions(found.stage().slots()),
                found.returning().columns(),
                changed(found.stage()));
    }
}
