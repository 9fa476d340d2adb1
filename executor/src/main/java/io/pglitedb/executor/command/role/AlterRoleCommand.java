package io.pglitedb.executor.command.role;

import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.define.Roles;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.RoleStatement.AlterRole;
import java.util.Set;
import java.util.stream.Collectors;

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
        requireMayAlter(before, current, statement);
        RoleOptions options = new RoleOptions(definition, before).read(statement.options());
        new Roles(definition.writer()).update(options.role());
        return "ALTER ROLE";
    }

    private static void requireMayAlter(RoleDef role, RoleDef current, AlterRole statement) {
        if (current.superuser()) {
            return;
        }
        Set<String> options = statement.options().stream().map(DefElem::name).collect(Collectors.toSet());
        if (role.superuser() || options.contains("superuser")) {
            throw Denial.of("must be superuser to alter superuser roles or change superuser attribute");
        }
        if (role.replication() || options.contains("isreplication")) {
            throw Denial.of("must be superuser to alter replication roles or change replication attribute");
        }
        if (options.contains("bypassrls")) {
            throw Denial.of("must be superuser to change bypassrls attribute");
        }
        boolean onlyOwnPassword = role.oid() == current.oid() && options.equals(Set.of("password"));
        if (!current.createRole() && !onlyOwnPassword) {
            throw Denial.of("permission denied");
        }
    }
}
