package io.pglitedb.executor.command.privilege;

import io.pglitedb.catalog.access.Acl;
import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.catalog.define.DefaultPrivileges;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.PrivilegeStatement.AlterDefaultPrivileges;
import io.pglitedb.planner.ast.PrivilegeStatement.DefaultChange;
import io.pglitedb.planner.ast.PrivilegeStatement.DefaultGrant;
import io.pglitedb.planner.ast.PrivilegeStatement.DefaultRevoke;
import io.pglitedb.planner.ast.PrivilegeStatement.Privileges;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.types.access.DefaultRights;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// ALTER DEFAULT PRIVILEGES: what objects to come start with. Source: PostgreSQL 15, `SetDefaultACL`.
final class AlterDefaultPrivilegesCommand implements Command<AlterDefaultPrivileges> {
    @Override
    public Class<AlterDefaultPrivileges> statement() {
        return AlterDefaultPrivileges.class;
    }

    @Override
    public String name(AlterDefaultPrivileges statement) {
        return "ALTER DEFAULT PRIVILEGES";
    }

    @Override
    public Set<Trait> traits(AlterDefaultPrivileges statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterDefaultPrivileges statement, CommandCall call) {
        Definition definition = Definition.of(call);
        List<String> schemas = List.of();
        List<RoleSpec> roles = List.of();
        Set<String> seen = new HashSet<>();
        for (DefElem option : statement.options()) {
            if (!seen.add(option.name())) {
                throw new PgException(SqlState.SYNTAX_ERROR, "conflicting or redundant options")
                        .at(option.location() + 1);
            }
            if (option.name().equals("schemas")) {
                schemas = names(option.value());
            } else {
                roles = specs(option.value());
            }
        }
        change(statement.change(), owners(roles, definition), schemas, definition);
        return name(statement);
    }

    private static List<String> names(Object value) {
        return ((List<?>) value).stream().map(String.class::cast).toList();
    }

    private static List<RoleSpec> specs(Object value) {
        return ((List<?>) value).stream().map(RoleSpec.class::cast).toList();
    }

    /// Whose objects they are about: the current role's unless others are named.
    private static List<Integer> owners(List<RoleSpec> roles, Definition definition) {
        if (roles.isEmpty()) {
            return List.of(definition.owner());
        }
        List<Integer> owners = new ArrayList<>();
        for (RoleSpec role : roles) {
            int oid = RoleNames.oid(definition, role);
            if (!new RoleGraph(definition.view()).isMember(definition.owner(), oid)) {
                throw Denial.of("must be member of role \"%s\""
                        .formatted(definition.view().role(oid).name()));
            }
            owners.add(oid);
        }
        return owners;
    }

    private static void change(
            DefaultChange written, List<Integer> owners, List<String> schemas, Definition definition) {
        ObjectKind kind = switch (written) {
            case DefaultGrant grant -> grant.target();
            case DefaultRevoke revoke -> revoke.target();
        };
        Privileges privileges = switch (written) {
            case DefaultGrant grant -> grant.privileges();
            case DefaultRevoke revoke -> revoke.privileges();
        };
        char type = type(kind);
        if (privileges.privileges().stream().anyMatch(each -> !each.columns().isEmpty())
                || !privileges.allColumns().isEmpty()) {
            throw new PgException(SqlState.INVALID_GRANT_OPERATION, "default privileges cannot be set for columns");
        }
        PrivilegeWords words = words(privileges, type);
        GrantChange change = switch (written) {
            case DefaultGrant grant -> GrantChange.of(true, grant.grantees(), grant.grantOption(), false, definition);
            case DefaultRevoke revoke ->
                GrantChange.of(false, revoke.grantees(), revoke.grantOptionOnly(), revoke.cascade(), definition);
        };
        change.requireRolesForOption();
        if (type == 'n' && !schemas.isEmpty()) {
            throw new PgException(
                    SqlState.INVALID_GRANT_OPERATION, "cannot use IN SCHEMA clause when using GRANT/REVOKE ON SCHEMAS");
        }
        List<Integer> namespaces = schemas.isEmpty()
                ? List.of(0)
                : schemas.stream().map(definition::namespace).toList();
        int bits = words.all() ? rights(type).owner() : words.bits();
        for (int owner : owners) {
            for (int namespace : namespaces) {
                DefaultPrivileges defaults = new DefaultPrivileges(definition.writer());
                Acl acl = new Acl(defaults.starting(type, owner, namespace), owner);
                change.apply(acl, owner, bits);
                defaults.set(type, owner, namespace, acl);
            }
        }
    }

    /// Here tables are tables only.
    private static PrivilegeWords words(Privileges privileges, char type) {
        PrivilegeWords words = PrivilegeWords.of(privileges, type == 'S' ? 's' : type, null);
        if (type == 'r' && (words.bits() & ~rights(type).owner()) != 0) {
            throw PrivilegeWords.invalid(Privilege.USAGE, "relation");
        }
        return words;
    }

    private static DefaultRights rights(char type) {
        return DefaultRights.of(type == 'S' ? 's' : type);
    }

    /// pg_default_acl.defaclobjtype
    private static char type(ObjectKind kind) {
        return switch (kind) {
            case TABLE -> 'r';
            case SEQUENCE -> 'S';
            case FUNCTION -> 'f';
            case TYPE -> 'T';
            case SCHEMA -> 'n';
            default -> throw new IllegalStateException("no default privileges for " + kind);
        };
    }
}
