package io.pglitedb.executor.command.privilege;

import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.define.Roles;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Makes roles members of roles. Source of the rules and words: PostgreSQL 15, `AddRoleMems`, `DelRoleMems`.
public final class Memberships {
    private static final int DATABASE_OWNER = 6171; // pg_database_owner has one member, which nobody chooses.

    private final Definition definition;
    private final Roles roles;

    public Memberships(Definition definition) {
        this.definition = definition;
        this.roles = new Roles(definition.writer());
    }

    /// @param members OIDs
    public void add(int role, List<Integer> members, int grantor, boolean adminOption) {
        if (members.isEmpty()) {
            return;
        }
        RoleDef group = definition.view().role(role);
        requireAdmin(group, grantor);
        if (role == DATABASE_OWNER) {
            throw new PgException(
                    SqlState.INTERNAL_ERROR, "role \"%s\" cannot have explicit members".formatted(group.name()));
        }
        if (grantor != definition.owner() && !roles().isSuperuser(definition.owner())) {
            throw Denial.of("must be superuser to set grantor");
        }
        for (int member : members) {
            add(group, definition.view().role(member), grantor, adminOption);
        }
    }

    private void add(RoleDef group, RoleDef member, int grantor, boolean adminOption) {
        if (member.oid() == DATABASE_OWNER) {
            throw new PgException(
                    SqlState.INTERNAL_ERROR, "role \"%s\" cannot be a member of any role".formatted(member.name()));
        }
        if (group.oid() == member.oid() || roles().isMemberNotBySuperuser(group.oid(), member.oid())) {
            throw new PgException(
                    SqlState.INVALID_GRANT_OPERATION,
                    "role \"%s\" is a member of role \"%s\"".formatted(group.name(), member.name()));
        }
        if (!roles.grant(group.oid(), member.oid(), grantor, adminOption)) {
            definition.notice("role \"%s\" is already a member of role \"%s\"".formatted(member.name(), group.name()));
        }
    }

    /// @param adminOptionOnly leaves the membership
    public void remove(int role, List<Integer> members, boolean adminOptionOnly) {
        if (members.isEmpty()) {
            return;
        }
        RoleDef group = definition.view().role(role);
        requireAdmin(group, definition.owner());
        for (int member : members) {
            if (!roles.revoke(role, member, adminOptionOnly)) {
                definition
                        .session()
                        .report(Report.warning(
                                SqlState.WARNING,
                                "role \"%s\" is not a member of role \"%s\""
                                        .formatted(
                                                definition.view().role(member).name(), group.name())));
            }
        }
    }

    /// What has been written so far counts.
    private RoleGraph roles() {
        return new RoleGraph(definition.view());
    }

    private void requireAdmin(RoleDef group, int grantor) {
        RoleDef current = definition.view().role(definition.owner());
        if (group.superuser()) {
            if (!current.superuser()) {
                throw Denial.of("must be superuser to alter superusers");
            }
        } else if (!current.superuser() && !current.createRole() && !roles().isAdminOf(grantor, group.oid())) {
            throw Denial.of("must have admin option on role \"%s\"".formatted(group.name()));
        }
    }
}
