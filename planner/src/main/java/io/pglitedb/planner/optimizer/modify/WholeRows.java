package io.pglitedb.planner.optimizer.modify;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.Oids;
import java.util.ArrayList;
import java.util.List;

/// Whole-row variables of a table whose rows lie there column by column.
final class WholeRows {
    private WholeRows() {}

    /// The expression with each such variable replaced by a row of the table's columns.
    static Expr expand(Expr expression, Leaf.Table table) {
        boolean whole = expression instanceof Expr.Var variable
                && variable.rangeTableIndex() == table.number()
                && variable.attribute() == 0;
        if (!whole) {
            return expression.mapChildren(child -> expand(child, table));
        }
        List<Expr> fields = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ColumnDef column : table.table().columns()) {
            fields.add(
                    column.dropped()
                            ? new Expr.Const(null, Oids.INT4, -1, 0, Origin.NONE)
                            : table.variable(column.number()));
            names.add(column.name());
        }
        return new Expr.RowConstructor(fields, names, expression.type(), Origin.NONE);
    }
}
