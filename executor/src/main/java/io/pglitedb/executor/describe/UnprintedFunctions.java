package io.pglitedb.executor.describe;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// Texts of objects that are not printed yet: null, as for PostgreSQL, where there is nothing to print.
public final class UnprintedFunctions {
    private UnprintedFunctions() {}

    @Prosrc({"pg_get_statisticsobjdef", "pg_get_statisticsobjdef_columns"})
    public static Utf8 statistics(int object) {
        throw PgException.notSupported("printing extended statistics");
    }
}
