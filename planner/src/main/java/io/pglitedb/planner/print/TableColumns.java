package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.text.Quoting;
import java.util.List;

/// Names inside an expression that belongs to one table: a default, a check, an index.
public record TableColumns(TableDef table, CatalogView catalog) implements Columns {
    private static final List<String> SYSTEM_COLUMNS = List.of("ctid", "xmin", "cmin", "xmax", "cmax", "tableoid");

    @Override
    public String variable(Expr.Var variable) {
        if (variable.attribute() == 0) {
            return Quoting.identifier(table.name()) + ".*";
        }
        if (variable.attribute() < 0) {
            return SYSTEM_COLUMNS.get(-variable.attribute() - 1);
        }
        return Quoting.identifier(table.columns().get(variable.attribute() - 1).name());
    }

    @Override
    public QueryColumns inside(Query query) {
        return new QueryColumns(null, table, query, catalog, RoutineParameters.NONE);
    }
}
