package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.backend.InternalQuery;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;

/// Looks for NULLs in a column that is to have none.
public final class NotNullCheck {
    private final Definition definition;

    public NotNullCheck(Definition definition) {
        this.definition = definition;
    }

    /// 23502 when a row has a NULL there.
    public void require(TableDef table, int number) {
        String column = table.columns().get(number - 1).name();
        String sql = "SELECT 1 FROM ONLY %s WHERE %s IS NULL"
                .formatted(TableNames.qualified(table, definition.view()), Quoting.identifier(column));
        if (table.storage() != 0 && InternalQuery.first(sql, definition.backend()) != null) {
            throw new PgException(
                            SqlState.NOT_NULL_VIOLATION,
                            "column \"%s\" of relation \"%s\" contains null values".formatted(column, table.name()))
                    .table(definition.view().namespaceName(table.namespace()), table.name())
                    .column(column);
        }
    }
}
