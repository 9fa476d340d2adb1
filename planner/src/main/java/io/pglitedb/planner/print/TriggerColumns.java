package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;

/// Names inside a trigger's WHEN and a rule's WHERE: range table entry 1 is `old`, 2 is `new`.
public record TriggerColumns(TableDef table, CatalogView catalog) implements Columns {
    private static final int OLD = 1;

    @Override
    public String variable(Expr.Var variable) {
        String row = variable.rangeTableIndex() == OLD ? "old" : "new";
        String column = new TableColumns(table, catalog).variable(variable);
        return variable.attribute() == 0 ? row + ".*" : row + "." + column;
    }

    @Override
    public QueryColumns inside(Query query) {
        return new QueryColumns(this, query, catalog);
    }
}
