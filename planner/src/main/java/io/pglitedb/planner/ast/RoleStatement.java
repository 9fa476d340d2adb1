package io.pglitedb.planner.ast;

import java.util.List;

/// Statements about roles and what they own. Options are named as PostgreSQL's commands know them: superuser,
/// createrole,
/// createdb, inherit, canlogin, isreplication, bypassrls (Boolean); password (String or null), connectionlimit
/// (Integer),
/// validUntil (String), sysid (Integer), rolemembers, adminmembers, addroleto (`List<RoleSpec>`).
public sealed interface RoleStatement extends Statement {
    enum RoleWord {
        ROLE,
        USER,
        GROUP
    }

    /// CREATE ROLE, USER, GROUP: the word decides whether the role can log in unless an option says so.
    record CreateRole(RoleWord word, String name, List<DefElem> options) implements RoleStatement {}

    record AlterRole(RoleSpec role, List<DefElem> options) implements RoleStatement {}

    /// ALTER GROUP … ADD or DROP USER
    record AlterGroup(RoleSpec group, boolean add, List<RoleSpec> members) implements RoleStatement {}

    /// ALTER ROLE … [IN DATABASE …] SET or RESET; `role` null for ALL, `database` null for all.
    record AlterRoleSetting(RoleSpec role, String database, SessionStatement setting) implements RoleStatement {}

    record DropRoles(List<RoleSpec> roles, boolean ifExists) implements RoleStatement {}

    record DropOwned(List<RoleSpec> roles, boolean cascade) implements RoleStatement {}

    record ReassignOwned(List<RoleSpec> roles, RoleSpec newOwner) implements RoleStatement {}
}
