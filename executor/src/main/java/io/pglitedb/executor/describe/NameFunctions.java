package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.text.Quoting;
import io.pglitedb.types.value.Utf8;

/// Types, roles and collations by name.
public final class NameFunctions {
    private NameFunctions() {}

    static CatalogView catalog(CallContext call) {
        return call.session().as(CatalogView.class);
    }

    /// @param typmod NULL and -1 for none: with NULL a name that alone means a default length is not avoided
    @Prosrc("format_type")
    public static Utf8 formatType(CallContext call, Integer type, Integer typmod) {
        if (type == null) {
            return null;
        }
        CatalogView catalog = catalog(call);
        return Utf8.of(typmod == null ? catalog.formatType(type) : catalog.formatType(type, typmod));
    }

    @Prosrc("pg_get_userbyid")
    public static Utf8 userById(CallContext call, int oid) {
        RoleDef role = catalog(call).role(oid);
        return Utf8.of(role == null ? "unknown (OID=" + Integer.toUnsignedString(oid) + ")" : role.name());
    }

    @Prosrc("pg_collation_for")
    public static Utf8 collationFor(CallContext call, Object value) {
        CatalogView catalog = catalog(call);
        int type = call.argumentType(0).oid();
        if (type == Oids.UNKNOWN) {
            return null;
        }
        if (catalog.type(type).collation() == 0) {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH,
                    "collations are not supported by type %s".formatted(catalog.formatType(type)));
        }
        CollationDef collation = catalog.collation(call.collation());
        return collation == null ? null : Utf8.of(quoted(collation.name()));
    }

    private static String quoted(String name) {
        String identifier = Quoting.identifier(name);
        return identifier.startsWith("\"") ? identifier : "\"" + name + "\"";
    }
}
