package io.pglitedb.executor.describe;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.depend.ObjectDescriptions;
import io.pglitedb.catalog.depend.ObjectIdentities;
import io.pglitedb.catalog.depend.ObjectIdentity;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.catalog.typed.CatalogReader;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// Objects of any kind by the address that pg_depend has of them.
public final class ObjectFunctions {
    private ObjectFunctions() {}

    static CatalogReader reader(CallContext call) {
        return call.session().as(Backend.class).sessionCatalog().writer();
    }

    /// NULL for 0 and for what is not there.
    @Prosrc("pg_describe_object")
    public static Utf8 describe(CallContext call, int classOid, int oid, int subId) {
        if (classOid == 0 && oid == 0) {
            return null;
        }
        requireClass(classOid);
        String text = new ObjectDescriptions(reader(call), NameFunctions.catalog(call))
                .describe(new ObjectAddress(classOid, oid, subId));
        return text == null ? null : Utf8.of(text);
    }

    private static void requireClass(int classOid) {
        boolean known = SystemTables.find(classOid) != null
                && SystemTables.find(classOid).oidIndex() != null;
        if (!known && classOid != ClassOid.LARGE_OBJECT) {
            throw new PgException(
                    SqlState.INTERNAL_ERROR, "unrecognized object class: " + Integer.toUnsignedString(classOid));
        }
    }

    private static ObjectIdentity identify(CallContext call, int classOid, int oid, int subId) {
        requireClass(classOid);
        return new ObjectIdentities(reader(call), NameFunctions.catalog(call))
                .identify(new ObjectAddress(classOid, oid, subId));
    }

    private static Utf8 text(String text) {
        return text == null ? null : Utf8.of(text);
    }

    /// Columns: type, schema, name, identity; of what is not there the type only.
    @Prosrc("pg_identify_object")
    public static Object[] identity(CallContext call, int classOid, int oid, int subId) {
        ObjectIdentity identity = identify(call, classOid, oid, subId);
        return identity == null
                ? new Object[] {text(ObjectIdentities.typeOf(classOid)), null, null, null}
                : new Object[] {
                    text(identity.type()), text(identity.schema()), text(identity.name()), text(identity.identity())
                };
    }

    /// Columns: type, names, arguments.
    @Prosrc("pg_identify_object_as_address")
    public static Object[] address(CallContext call, int classOid, int oid, int subId) {
        ObjectIdentity identity = identify(call, classOid, oid, subId);
        return identity == null
                ? new Object[] {text(ObjectIdentities.typeOf(classOid)), null, null}
                : new Object[] {text(identity.type()), texts(identity.names()), texts(identity.arguments())};
    }

    private static PgArray texts(List<String> texts) {
        return PgArray.of(Oids.TEXT, texts.stream().map(Utf8::of).toArray());
    }
}
