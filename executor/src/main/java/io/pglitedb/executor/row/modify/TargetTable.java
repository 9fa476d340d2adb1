package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.plan.PlanNode;
import java.util.List;

/// A table that rows are written to as rows of the table that the statement names: the same, or one whose columns
/// lie elsewhere.
final class TargetTable {
    final RowWriter writer;
    /// What UPDATE sets.
    final Assignments assignments;
    private final ColumnMap toNamed;
    private final ColumnMap fromNamed;

    /// @param named the table that the statement names
    /// @param assignments to columns of the named table
    TargetTable(
            ModifyTarget target,
            TableDef named,
            List<PlanNode.Assignment> assignments,
            ExpressionCompiler compiler,
            Run run) {
        TableDef table = target.definition();
        List<Integer> numbers = TableExpressions.columnsIn(table, named);
        this.writer = new RowWriter(target, compiler, run);
        boolean same = table.oid() == named.oid();
        this.assignments = new Assignments(
                same
                        ? assignments
                        : assignments.stream()
                                .map(assignment -> new PlanNode.Assignment(
                                        numbers.get(assignment.column() - 1), assignment.value()))
                                .toList(),
                compiler);
        this.toNamed = same
                ? new ColumnMap(null)
                : ColumnMap.of(numbers, table.columns().size());
        this.fromNamed = same
                ? new ColumnMap(null)
                : ColumnMap.of(
                        TableExpressions.columnsIn(named, table),
                        named.columns().size());
    }

    /// A row of this table as a row of the named one.
    Object[] toNamed(Object[] row) {
        return toNamed.apply(row);
    }

    /// A row of the named table as a row of this one.
    Object[] fromNamed(Object[] named) {
        return fromNamed.apply(named);
    }
}
