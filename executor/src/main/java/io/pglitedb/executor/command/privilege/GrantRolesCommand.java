package io.pglitedb.executor.command.privilege;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.PrivilegeStatement.GrantRoles;
import java.util.List;
import java.util.Set;

/// GRANT of roles.
final class GrantRolesCommand implements Command<GrantRoles> {
    @Override
    public Class<GrantRoles> statement() {
        return GrantRoles.class;
    }

    @Override
    public String name(GrantRoles statement) {
        return "GRANT ROLE";
    }

    @Override
    public Set<Trait> traits(GrantRoles statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(GrantRoles statement, CommandCall call) {
        Definition definition = Definition.of(call);
        List<Integer> members = GrantedRoles.oids(statement.grantees(), definition);
        int grantor = statement.grantor() == null ? definition.owner() : RoleNames.oid(definition, statement.grantor());
        for (int role : GrantedRoles.named(statement.roles(), definition)) {
            new Memberships(definition).add(role, members, grantor, statement.adminOption());
        }
        return name(statement);
    }
}
