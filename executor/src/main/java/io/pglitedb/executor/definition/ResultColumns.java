package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Columns of a relation that is made after a query: a view, CREATE TABLE AS.
public final class ResultColumns {
    private ResultColumns() {}

    /// 42P22 where a collation cannot be told, 42P16 for a pseudo-type.
    public static List<NewColumn> of(Query query, Definition definition) {
        CatalogView view = definition.view();
        List<NewColumn> columns = new ArrayList<>();
        for (TargetEntry target : query.resultColumns()) {
            Expr value = target.expression();
            TypeDef type = view.type(value.type());
            if (type.collation() != 0 && value.collation() == 0) {
                throw new PgException(
                                SqlState.INDETERMINATE_COLLATION,
                                "could not determine which collation to use for view column \"%s\""
                                        .formatted(target.name()))
                        .hint("Use the COLLATE clause to set the collation explicitly.");
            }
            columns.add(NewColumn.of(
                    target.name(), value.type(), value.typmod(), type.collation() == 0 ? 0 : value.collation()));
        }
        return columns;
    }
}
