package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.TableRows;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Expr.BooleanTestKind;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Looks whether the rows of a table, and of its partitions, are where a bound wants them.
final class PartitionRows {
    private final Definition definition;

    PartitionRows(Definition definition) {
        this.definition = definition;
    }

    /// 23514 when a row of the default partition satisfies the conditions.
    ///
    /// @param conditions over the columns of the parent
    void requireNone(TableDef parent, TableDef partition, List<Expr> conditions) {
        refuse(
                parent,
                partition,
                test(conditions, BooleanTestKind.IS_TRUE),
                "updated partition constraint for default partition \"%s\" would be violated by some row");
    }

    /// 23514 when a row does not satisfy the conditions.
    void requireAll(TableDef parent, TableDef partition, List<Expr> conditions) {
        if (!conditions.isEmpty()) {
            refuse(
                    parent,
                    partition,
                    test(conditions, BooleanTestKind.IS_FALSE),
                    "partition constraint of relation \"%s\" is violated by some row");
        }
    }

    private static Expr test(List<Expr> conditions, BooleanTestKind kind) {
        return new Expr.BooleanTest(Conjuncts.and(conditions), kind, Origin.NONE);
    }

    private void refuse(TableDef parent, TableDef table, Expr condition, String message) {
        for (int child : definition.view().children(table.oid())) {
            refuse(parent, definition.view().table(child), condition, message);
        }
        Expr own = TableExpressions.translated(condition, parent, table);
        if (table.storage() != 0 && TableRows.any(definition, table, own)) {
            throw new PgException(SqlState.CHECK_VIOLATION, message.formatted(table.name()))
                    .table(definition.view().namespaceName(table.namespace()), table.name());
        }
    }
}
