package io.pglitedb.executor.command.privilege;

import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.PrivilegeStatement.Privilege;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Roles as GRANT and REVOKE name them.
final class GrantedRoles {
    private GrantedRoles() {}

    static List<Integer> oids(List<RoleSpec> roles, Definition definition) {
        return roles.stream().map(role -> RoleNames.oid(definition, role)).toList();
    }

    /// Those that the grammar has read as privileges.
    static List<Integer> named(List<Privilege> roles, Definition definition) {
        List<Integer> oids = new ArrayList<>();
        for (Privilege role : roles) {
            if (!role.columns().isEmpty()) {
                throw new PgException(
                        SqlState.INVALID_GRANT_OPERATION, "column names cannot be included in GRANT/REVOKE ROLE");
            }
            RoleDef found = definition.view().role(role.name());
            if (found == null) {
                throw new PgException(SqlState.UNDEFINED_OBJECT, "role \"%s\" does not exist".formatted(role.name()));
            }
            oids.add(found.oid());
        }
        return oids;
    }
}
