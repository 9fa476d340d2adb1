package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.PartitionKeyDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The columns that a partition key reads.
public final class KeyColumns {
    private KeyColumns() {}

    /// Numbers; none for a table that is not partitioned.
    public static Set<Integer> of(TableDef table, Definition definition) {
        Set<Integer> numbers = new HashSet<>();
        PartitionKeyDef key = definition.view().partitionKey(table.oid());
        if (key != null) {
            numbers.addAll(key.columns());
            List<Expr> expressions = key.expressions()
                    .map(text -> NodeTree.readExpressions(text, definition.session()))
                    .orElse(List.of());
            expressions.forEach(expression -> numbers.addAll(TableExpressions.columnsOf(expression)));
        }
        return numbers;
    }
}
