package io.pglitedb.executor.command.privilege;

import io.pglitedb.catalog.access.Acl;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// What GRANT and REVOKE do to an access control list.
///
/// @param grantees OIDs, 0 for PUBLIC
/// @param option GRANT … WITH GRANT OPTION; REVOKE GRANT OPTION FOR
/// @param cascade of REVOKE
record GrantChange(boolean grant, List<Integer> grantees, boolean option, boolean cascade) {
    static GrantChange of(
            boolean grant, List<RoleSpec> grantees, boolean option, boolean cascade, Definition definition) {
        List<Integer> oids = new ArrayList<>();
        for (RoleSpec grantee : grantees) {
            boolean everybody = grantee.kind() == RoleSpec.Kind.PUBLIC;
            oids.add(everybody ? 0 : RoleNames.oid(definition, grantee));
        }
        return new GrantChange(grant, List.copyOf(oids), option, cascade);
    }

    void requireRolesForOption() {
        if (grant && option && grantees.contains(0)) {
            throw new PgException(SqlState.INVALID_GRANT_OPERATION, "grant options can only be granted to roles");
        }
    }

    void apply(Acl acl, int grantor, int privileges) {
        for (int grantee : grantees) {
            if (grant) {
                acl.grant(grantee, grantor, privileges, option ? privileges : 0);
            } else {
                acl.revoke(grantee, grantor, option ? 0 : privileges, privileges, cascade);
            }
        }
    }
}
