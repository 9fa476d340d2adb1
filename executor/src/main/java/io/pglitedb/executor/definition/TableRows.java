package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.backend.InternalQuery;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import java.util.ArrayList;
import java.util.List;

/// Queries over one table whose expressions come from the catalog: [Expr.Var]s of range table entry 1.
public final class TableRows {
    private TableRows() {}

    /// SELECT of the values from the table, with a condition (null for none).
    static Query query(TableDef table, List<Expr> values, Expr condition) {
        List<ColumnInfo> columns = new ArrayList<>();
        for (ColumnDef column : table.columns()) {
            columns.add(new ColumnInfo(
                    column.name(), column.type(), column.typmod(), column.collation(), column.dropped()));
        }
        List<TargetEntry> targets = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            targets.add(new TargetEntry(values.get(i), i + 1, "v" + (i + 1), false));
        }
        return new QueryBuilder()
                .rangeTable(
                        List.of(new RangeTableEntry.Relation(table.name(), false, columns, table.oid(), false, null)))
                .joinTree(new JoinTree.From(List.of(new JoinTree.Reference(1)), condition))
                .targets(targets)
                .build();
    }

    /// Whether a row satisfies the condition.
    public static boolean any(Definition definition, TableDef table, Expr condition) {
        return InternalQuery.first(query(table, List.of(condition), condition), definition.backend()) != null;
    }
}
