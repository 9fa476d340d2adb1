package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement.SubPlanDef;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.CommonTable;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.SetOperationTree;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// WITH of one query level: each query is run once and shared, or planned where it is referred to.
final class CommonTablePlanner {
    private static final double RECURSION_ROUNDS = 10;

    private CommonTablePlanner() {}

    static void define(Scope scope) {
        for (CommonTable table : scope.query().commonTables()) {
            boolean modifies = table.query().command() != Query.Command.SELECT;
            if (table.referenceCount() == 0 && !modifies) {
                continue;
            }
            if (table.recursive()) {
                recursive(scope, table);
            } else if (!modifies && canInline(scope, table)) {
                scope.define(table.name(), new CommonTableSource.Inlined(table, scope));
            } else {
                shared(scope, table, QueryPlanner.plan(scope.merged(table.query())), modifies);
            }
        }
    }

    private static boolean canInline(Scope scope, CommonTable table) {
        boolean wanted = switch (table.materialize()) {
            case DEFAULT -> table.referenceCount() == 1;
            case NEVER -> true;
            case ALWAYS -> false;
        };
        return wanted
                && table.query().rowMarks().isEmpty()
                && !QueryWalk.hasOuterReferences(table.query())
                && !QueryWalk.isVolatile(table.query(), scope.context().catalog());
    }

    private static void shared(Scope scope, CommonTable table, PlanNode plan, boolean runToEnd) {
        PlanningContext context = scope.context();
        int index = context.reserveSubPlan();
        context.setSubPlan(index, new SubPlanDef("CTE " + table.name(), plan, true, runToEnd));
        scope.define(
                table.name(),
                new CommonTableSource.Shared(
                        index, columns(table), plan.estimate().rows()));
    }

    private static List<PlanColumn> columns(CommonTable table) {
        List<PlanColumn> columns = new ArrayList<>();
        for (ColumnInfo column : table.columns()) {
            columns.add(new PlanColumn(column.name(), column.type(), column.typmod(), column.collation()));
        }
        return columns;
    }

    private static void recursive(Scope scope, CommonTable written) {
        CommonTable table = SearchAndCycleColumns.add(written, scope.context().catalog());
        Scope inner = scope.merged(table.query());
        CommonTablePlanner.define(inner);
        SetOperationTree.Operation union =
                (SetOperationTree.Operation) table.query().setOperations();
        if (!union.grouping().stream().allMatch(SortGroupClause::hashable)) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "could not implement recursive UNION")
                    .detail("All column datatypes must be hashable.");
        }
        PlanNode left = leaf(inner, union.left());
        int workTable = scope.context().newWorkTable();
        List<PlanColumn> columns = columns(table);
        scope.define(
                table.name(),
                new CommonTableSource.Recursive(
                        workTable, columns, left.estimate().rows()));
        PlanNode right = leaf(inner, union.right());
        List<GroupKey> keys = new ArrayList<>();
        for (int i = 0; i < union.grouping().size(); i++) {
            keys.add(new GroupKey(
                    i,
                    union.grouping().get(i).equalityOperator(),
                    union.columns().get(i).collation()));
        }
        double rows =
                left.estimate().rows() + RECURSION_ROUNDS * right.estimate().rows();
        double cost =
                left.estimate().total() + RECURSION_ROUNDS * right.estimate().total();
        PlanNode plan = new PlanNode.RecursiveUnion(
                left,
                right,
                workTable,
                keys,
                columns,
                new Estimate(0, cost, rows, left.estimate().width()));
        shared(scope, table, plan, false);
    }

    private static PlanNode leaf(Scope inner, SetOperationTree tree) {
        if (!(tree instanceof SetOperationTree.Leaf(int index))) {
            throw PgException.notSupported("a set operation inside one side of a recursive query");
        }
        RangeTableEntry.Subquery entry =
                (RangeTableEntry.Subquery) inner.query().rangeTableEntry(index);
        return QueryPlanner.planCorrelated(inner, entry.query()).plan();
    }
}
