package io.pglitedb.executor.command.role;

import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.define.Roles;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.planner.ast.RoleStatement.CreateRole;
import io.pglitedb.planner.ast.RoleStatement.RoleWord;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
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
        requireMayCreate(definition);
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
        Roles roles = new Roles(definition.writer());
        int oid = roles.create(options.role());
        for (RoleSpec role : options.memberOf()) {
            roles.grant(RoleNames.oid(definition, role), oid, definition.owner(), false);
        }
        for (RoleSpec member : options.members()) {
            roles.grant(oid, RoleNames.oid(definition, member), definition.owner(), false);
        }
        for (RoleSpec member : options.administrators()) {
            roles.grant(oid, RoleNames.oid(definition, member), definition.owner(), true);
        }
        return "CREATE ROLE";
    }

    static void requireMayCreate(Definition definition) {
        RoleDef current = definition.view().role(definition.owner());
        if (!current.superuser() && !current.createRole()) {
            throw new PgException(SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to create role");
        }
    }
}
