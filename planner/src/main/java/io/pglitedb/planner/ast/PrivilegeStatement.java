package io.pglitedb.planner.ast;

import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import java.util.List;

/// GRANT and REVOKE, of privileges and of roles.
public sealed interface PrivilegeStatement extends Statement {
    /// A privilege by its word (`alter system` is one too), or a role; `columns` empty for the whole object.
    record Privilege(String name, List<String> columns, int location) {}

    /// What is granted on an object; `all` has the columns that may stand behind ALL, else `privileges` are
    /// named.
    record Privileges(boolean all, List<String> allColumns, List<Privilege> privileges) {}

    /// What privileges are granted on.
    sealed interface PrivilegeTarget {
        ObjectKind kind();
    }

    /// Tables (and what is like them), or sequences.
    record Relations(ObjectKind kind, List<RangeVar> relations) implements PrivilegeTarget {}

    record Routines(ObjectKind kind, List<RoutineSignature> routines) implements PrivilegeTarget {}

    /// Domains and types by qualified names; databases, languages, schemas, servers, tablespaces, foreign data
    /// wrappers
    /// by names of one part; settings by their dotted names in one part.
    record NamedObjects(ObjectKind kind, List<List<String>> names) implements PrivilegeTarget {}

    /// Numbers as written.
    record LargeObjects(List<String> numbers) implements PrivilegeTarget {
        @Override
        public ObjectKind kind() {
            return ObjectKind.LARGE_OBJECT;
        }
    }

    /// ALL TABLES, SEQUENCES, FUNCTIONS, … IN SCHEMA
    record AllInSchemas(ObjectKind kind, List<String> schemas) implements PrivilegeTarget {}

    /// `grantor` null when absent.
    record Grant(
            Privileges privileges,
            PrivilegeTarget target,
            List<RoleSpec> grantees,
            boolean grantOption,
            RoleSpec grantor)
            implements PrivilegeStatement {}

    record Revoke(
            boolean grantOptionOnly,
            Privileges privileges,
            PrivilegeTarget target,
            List<RoleSpec> grantees,
            RoleSpec grantor,
            boolean cascade)
            implements PrivilegeStatement {}

    /// The grammar reads roles as privileges, so it lets them have columns.
    record GrantRoles(List<Privilege> roles, List<RoleSpec> grantees, boolean adminOption, RoleSpec grantor)
            implements PrivilegeStatement {}

    record RevokeRoles(
            boolean adminOptionOnly, List<Privilege> roles, List<RoleSpec> grantees, RoleSpec grantor, boolean cascade)
            implements PrivilegeStatement {}

    /// ALTER DEFAULT PRIVILEGES. Options in written order: schemas (`List<String>`), roles (`List<RoleSpec>`).
    /// `target`
    /// stands for all objects of its kind to come: TABLE, FUNCTION, ROUTINE (as FUNCTION), SEQUENCE, TYPE,
    /// SCHEMA.
    record AlterDefaultPrivileges(List<DefElem> options, DefaultChange change) implements PrivilegeStatement {}

    sealed interface DefaultChange {}

    record DefaultGrant(Privileges privileges, ObjectKind target, List<RoleSpec> grantees, boolean grantOption)
            implements DefaultChange {}

    record DefaultRevoke(
            boolean grantOptionOnly, Privileges privileges, ObjectKind target, List<RoleSpec> grantees, boolean cascade)
            implements DefaultChange {}
}
