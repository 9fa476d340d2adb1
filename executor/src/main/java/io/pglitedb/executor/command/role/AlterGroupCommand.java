package io.pglitedb.executor.command.role;

import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.privilege.Memberships;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.RoleStatement.AlterGroup;
import java.util.List;
import java.util.Set;

/// ALTER GROUP … ADD and DROP USER.
final class AlterGroupCommand implements Command<AlterGroup> {
    @Override
    public Class<AlterGroup> statement() {
        return AlterGroup.class;
    }

    @Override
    public String name(AlterGroup statement) {
        return "ALTER ROLE";
    }

    @Override
    public Set<Trait> traits(AlterGroup statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterGroup statement, CommandCall call) {
        Definition definition = Definition.of(call);
        int group = RoleNames.oid(definition, statement.group());
        RoleDef current = definition.view().role(definition.owner());
        if (!current.superuser() && !current.createRole()) {
            throw Denial.of("permission denied");
        }
        List<Integer> members = statement.members().stream()
                .map(member -> RoleNames.oid(definition, member))
                .toList();
        if (statement.add()) {
            new Memberships(definition).add(group, members, definition.owner(), false);
        } else {
            new Memberships(definition).remove(group, members, false);
        }
        return name(statement);
    }
}
