package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// Texts of objects that are not printed yet: null, as for PostgreSQL, where there is nothing to print.
public final class UnprintedFunctions {
    private static final int FIRST_OF_USERS = 16384; // OID

    private UnprintedFunctions() {}

    @Prosrc("pg_get_ruledef")
    public static Utf8 rule(int rule) {
        throw PgException.notSupported("printing a rule");
    }

    @Prosrc("pg_get_ruledef_ext")
    public static Utf8 rule(int rule, boolean pretty) {
        return rule(rule);
    }

    @Prosrc({"pg_get_statisticsobjdef", "pg_get_statisticsobjdef_columns"})
    public static Utf8 statistics(int object) {
        throw PgException.notSupported("printing extended statistics");
    }

    /// Whether a publication may have it: a permanent table of a user.
    @Prosrc("pg_relation_is_publishable")
    public static Boolean isPublishable(CallContext call, int oid) {
        CatalogView catalog = NameFunctions.catalog(call);
        TableDef table = catalog.table(oid);
        if (table == null) {
            return null;
        }
        return (table.kind() == 'r' || table.kind() == 'p')
                && table.persistence() == 'p'
                && Integer.compareUnsigned(oid, FIRST_OF_USERS) >= 0;
    }
}
