package io.pglitedb.executor.describe;

import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.Locale;

/// Memberships as functions. Source of the rules: PostgreSQL 15, `pg_role_aclcheck`.
public final class RoleFunctions {
    private RoleFunctions() {}

    /// OID of the role that a function's argument names: a name or an OID, which need not exist.
    static int role(CallContext call, Object nameOrOid) {
        if (nameOrOid instanceof Integer oid) {
            return oid;
        }
        RoleDef role = NameFunctions.catalog(call).role(nameOrOid.toString());
        if (role == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "role \"%s\" does not exist".formatted(nameOrOid));
        }
        return role.oid();
    }

    static int currentRole(CallContext call) {
        return call.session().as(Backend.class).identity().currentUser().oid();
    }

    @Prosrc({"pg_has_role_name", "pg_has_role_id"})
    public static boolean hasRole(CallContext call, Object role, Utf8 privileges) {
        return hasRole(call, currentRole(call), role, privileges);
    }

    @Prosrc({"pg_has_role_name_name", "pg_has_role_name_id", "pg_has_role_id_name", "pg_has_role_id_id"})
    public static boolean hasRole(CallContext call, Object member, Object role, Utf8 privileges) {
        int memberOid = role(call, member);
        int roleOid = role(call, role);
        RoleGraph roles = new RoleGraph(NameFunctions.catalog(call));
        boolean holds = false;
        for (String word : privileges.toString().split(",", -1)) {
            holds |= switch (word.strip().toUpperCase(Locale.ROOT)) {
                case "USAGE" -> roles.hasRightsOf(memberOid, roleOid);
                case "MEMBER" -> roles.isMember(memberOid, roleOid);
                case "USAGE WITH GRANT OPTION",
                        "USAGE WITH ADMIN OPTION",
                        "MEMBER WITH GRANT OPTION",
                        "MEMBER WITH ADMIN OPTION" -> roles.isAdminOf(memberOid, roleOid);
                default -> throw PrivilegeList.unrecognized(word.strip());
            };
        }
        return holds;
    }
}
