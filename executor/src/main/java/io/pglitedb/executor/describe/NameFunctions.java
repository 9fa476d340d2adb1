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
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

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

    /// Types of arguments, as in a function's signature.
    @Prosrc("oidvectortypes")
    public static Utf8 typeNames(CallContext call, PgArray types) {
        CatalogView catalog = catalog(call);
        List<String> names = new ArrayList<>();
        for (Object type : types.elements()) {
            names.add(catalog.formatType((Integer) type));
        }
        return Utf8.of(String.join(", ", names));
    }

    /// NULL: the collations that there are, of locales C and POSIX, have no versions.
    @Prosrc("pg_collation_actual_version")
    public static Utf8 collationVersion(CallContext call, int oid) {
        if (catalog(call).collation(oid) == null) {
            throw missing("collation", oid);
        }
        return null;
    }

    /// NULL, as of any database of the locale C.
    @Prosrc("pg_database_collation_actual_version")
    public static Utf8 databaseCollationVersion(CallContext call, int oid) {
        if (catalog(call).database(oid) == null) {
            throw missing("database", oid);
        }
        return null;
    }

    private static PgException missing(String kind, int oid) {
        return new PgException(
                SqlState.UNDEFINED_OBJECT,
                "%s with OID %s does not exist".formatted(kind, Integer.toUnsignedString(oid)));
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
