package io.pglitedb.executor.describe;

import io.pglitedb.catalog.access.AccessControl;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TablespaceDef;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.Set;

/// has_…_privilege for what lies outside the database: tablespaces, and servers and foreign-data wrappers, of
/// which there can be none yet: their names are unknown, their OIDs give NULL.
public final class ForeignObjectPrivileges {
    private ForeignObjectPrivileges() {}

    @Prosrc({"has_tablespace_privilege_name", "has_tablespace_privilege_id"})
    public static Boolean onTablespace(CallContext call, Object tablespace, Utf8 privileges) {
        return onTablespace(call, RoleFunctions.currentRole(call), tablespace, privileges);
    }

    @Prosrc({
        "has_tablespace_privilege_name_name",
        "has_tablespace_privilege_name_id",
        "has_tablespace_privilege_id_name",
        "has_tablespace_privilege_id_id"
    })
    public static Boolean onTablespace(CallContext call, Object role, Object tablespace, Utf8 privileges) {
        CatalogView catalog = NameFunctions.catalog(call);
        int grantee = PrivilegeFunctions.grantee(call, role);
        TablespaceDef found =
                tablespace instanceof Integer oid ? catalog.tablespace(oid) : catalog.tablespace(tablespace.toString());
        if (found == null && tablespace instanceof Utf8) {
            throw undefined("tablespace", tablespace);
        }
        PrivilegeList wanted = PrivilegeList.parse(privileges, Set.<Privilege>of(Privilege.CREATE));
        if (found == null) {
            return null;
        }
        AccessControl control = new AccessControl(catalog);
        return wanted.anyOf(
                control.rights(grantee, 't', found.owner(), found.acl()),
                control.grantOptions(grantee, 't', found.owner(), found.acl()));
    }

    private static PgException undefined(String kind, Object name) {
        return new PgException(SqlState.UNDEFINED_OBJECT, "%s \"%s\" does not exist".formatted(kind, name));
    }

    private static Boolean onMissing(String kind, Object nameOrOid, Utf8 privileges) {
        if (nameOrOid instanceof Utf8) {
            throw undefined(kind, nameOrOid);
        }
        PrivilegeList.parse(privileges, Set.<Privilege>of(Privilege.USAGE));
        return null;
    }

    @Prosrc({"has_server_privilege_name", "has_server_privilege_id"})
    public static Boolean onServer(Object server, Utf8 privileges) {
        return onMissing("server", server, privileges);
    }

    @Prosrc({
        "has_server_privilege_name_name",
        "has_server_privilege_name_id",
        "has_server_privilege_id_name",
        "has_server_privilege_id_id"
    })
    public static Boolean onServer(CallContext call, Object role, Object server, Utf8 privileges) {
        PrivilegeFunctions.grantee(call, role);
        return onServer(server, privileges);
    }

    @Prosrc({"has_foreign_data_wrapper_privilege_name", "has_foreign_data_wrapper_privilege_id"})
    public static Boolean onWrapper(Object wrapper, Utf8 privileges) {
        return onMissing("foreign-data wrapper", wrapper, privileges);
    }

    @Prosrc({
        "has_foreign_data_wrapper_privilege_name_name",
        "has_foreign_data_wrapper_privilege_name_id",
        "has_foreign_data_wrapper_privilege_id_name",
        "has_foreign_data_wrapper_privilege_id_id"
    })
    public static Boolean onWrapper(CallContext call, Object role, Object wrapper, Utf8 privileges) {
        PrivilegeFunctions.grantee(call, role);
        return onWrapper(wrapper, privileges);
    }
}
