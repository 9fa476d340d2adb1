package io.pglitedb.executor.command.role;

import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.define.Roles;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.privilege.Memberships;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.planner.ast.RoleStatement.CreateRole;
import io.pglitedb.planner.ast.RoleStatement.RoleWord;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// CREATE ROLE, USER and GROUP.
final class CreateRoleCommand implements Command<CreateRole> {
    @Override
    public Class<CreateRole> statement() {
        return CreateRole.class;
    }

    @Override
    public String name(CreateRole statement) {
        return "CREATE ROLE";
    }

    @Override
    public Set<Trait> traits(CreateRole statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateRole statement, CommandCall call) {
        Definition definition = Definition.of(call);
        String name = statement.name();
        if (name.startsWith("pg_")) {
            throw new PgException(SqlState.RESERVED_NAME, "role name \"%s\" is reserved".formatted(name))
                    .detail("Role names starting with \"pg_\" are reserved.");
        }
        if (definition.view().role(name) != null) {
            throw new PgException(SqlState.DUPLICATE_OBJECT, "role \"%s\" already exists".formatted(name));
        }
        RoleDef plain = new RoleDef(
                0,
                name,
                false,
                true,
                false,
                false,
                statement.word() == RoleWord.USER,
                false,
                false,
                -1,
                Optional.empty(),
                Optional.empty());
        RoleOptions options = new RoleOptions(definition, plain).read(statement.options());
        requireMayCreate(options.role(), definition);
        Roles roles = new Roles(definition.writer());
        int oid = roles.create(options.role());
        Memberships memberships = new Memberships(definition);
        for (RoleSpec role : options.memberOf()) {
            memberships.add(RoleNames.oid(definition, role), List.of(oid), definition.owner(), false);
        }
        memberships.add(oid, oids(options.administrators(), definition), definition.owner(), true);
        memberships.add(oid, oids(options.members(), definition), definition.owner(), false);
        return "CREATE ROLE";
    }

    private static List<Integer> oids(List<RoleSpec> roles, Definition definition) {
        return roles.stream().map(role -> RoleNames.oid(definition, role)).toList();
    }

    private static void requireMayCreate(RoleDef made, Definition definition) {
        RoleDef current = definition.view().role(definition.owner());
        if (current.superuser()) {
            return;
        }
        if (made.superuser()) {
            throw Denial.of("must be superuser to create superusers");
        }
        if (made.replication()) {
            throw Denial.of("must be superuser to create replication users");
        }
        if (made.bypassRowSecurity()) {
            throw Denial.of("must be superuser to create bypassrls users");
        }
        if (!current.createRole()) {
            throw Denial.of("permission denied to create role");
        }
    }
}
