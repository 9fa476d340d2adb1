package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Foreign tables are objects of the catalog that nothing can read or change: no wrapper has a handler.
public final class ForeignTables {
    private ForeignTables() {}

    /// 55000, as PostgreSQL says of a wrapper without a handler.
    public static PgException refused(TableDef table, CatalogView catalog) {
        return new PgException(
                SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                "foreign-data wrapper \"%s\" has no handler".formatted(catalog.foreignWrapper(table.oid())));
    }
}
