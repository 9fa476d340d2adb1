package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.partition.Partition;
import io.pglitedb.planner.partition.PartitionKey;
import io.pglitedb.planner.partition.PartitionTree;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.print.PartitionPrinter;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the partition that holds a row of a partitioned table. Source: PostgreSQL's ExecFindPartition.
final class PartitionRouter {
    private final TableDef table;
    private final PartitionTree tree;
    /// Of a table that is a partition itself, null else.
    private final RowConstraints own;
    private final ExpressionCompiler compiler;
    private final Evaluator[] key;
    private final Map<Integer, PartitionTree.Child> children = new HashMap<>();
    private final Map<Integer, Below> below = new HashMap<>();

    /// A partition that is partitioned itself.
    private record Below(PartitionRouter router, ColumnMap columns) {}

    /// @param target the table that the statement names
    static PartitionRouter of(ModifyTarget target, PartitionTree tree, ExpressionCompiler compiler) {
        RowConstraints own = target.partitionConstraint() == null ? null : new RowConstraints(target, compiler);
        return new PartitionRouter(target.definition(), tree, own, compiler);
    }

    private PartitionRouter(TableDef table, PartitionTree tree, RowConstraints own, ExpressionCompiler compiler) {
        this.own = own;
        this.table = table;
        this.tree = tree;
        this.compiler = compiler;
        key = tree.partitions().key().columns().stream()
                .map(column -> compiler.compile(TableExpressions.overRow(column.expression(), 0)))
                .toArray(Evaluator[]::new);
        tree.children().forEach(child -> children.put(child.table().oid(), child));
    }

    /// 23514 when no partition takes the row.
    TableDef route(Object[] row) {
        if (own != null) {
            own.requireBelongs(row);
        }
        Object[] values = new Object[key.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = key[i].evaluate(row);
        }
        Partition partition = tree.partitions().find(values);
        if (partition == null) {
            throw nowhere(values);
        }
        PartitionTree.Child child = children.get(partition.table());
        if (child.below() == null) {
            return child.table();
        }
        Below next = below.computeIfAbsent(partition.table(), _ -> below(child));
        return next.router.route(next.columns.apply(row));
    }

    private Below below(PartitionTree.Child child) {
        List<Integer> numbers = TableExpressions.columnsIn(table, child.table());
        return new Below(
                new PartitionRouter(child.table(), child.below(), null, compiler),
                ColumnMap.of(numbers, table.columns().size()));
    }

    private PgException nowhere(Object[] values) {
        SessionContext session = compiler.binder().session();
        PartitionKey by = tree.partitions().key();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            texts.add(
                    FailingRow.text(values[i], by.columns().get(i).expression().type(), session)
                            .toString());
        }
        return new PgException(
                        SqlState.CHECK_VIOLATION,
                        "no partition of relation \"%s\" found for row".formatted(table.name()))
                .detail("Partition key of the failing row contains (%s) = (%s)."
                        .formatted(
                                new PartitionPrinter(compiler.binder().catalog(), session).columns(by, table),
                                String.join(", ", texts)))
                .table(compiler.binder().catalog().namespaceName(table.namespace()), table.name());
    }
}
