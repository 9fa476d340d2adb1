package io.pglitedb.executor.command.role;

import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.define.Roles;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.RoleStatement.AlterRole;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// ALTER ROLE and USER with options.
final class AlterRoleCommand implements Command<AlterRole> {
    @Override
    public Class<AlterRole> statement() {
        return AlterRole.class;
    }

    @Override
    public String name(AlterRole statement) {
        return "ALTER ROLE";
    }

    @Override
    public Set<Trait> traits(AlterRole statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterRole statement, CommandCall call) {
        Definition definition = Definition.of(call);
        RoleDef before = definition.view().role(RoleNames.oid(definition, statement.role()));
        RoleDef current = definition.view().role(definition.owner());
        boolean onlyOwnPassword = before.oid() == current.oid()
                && statement.options().stream().allMatch(option -> option.name().equals("password"));
        boolean allowed = current.superuser() || current.createRole() && !before.superuser() || onlyOwnPassword;
        if (!allowed) {
            throw new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    before.superuser()
                            ? "must be superuser to alter superuser roles or change superuser attribute"
                            : "permission denied");
        }
        RoleOptions options = new RoleOptions(definition, before).read(statement.options());
        new Roles(definition.writer()).update(options.role());
        return "ALTER ROLE";
    }
}
