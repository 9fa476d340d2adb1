package io.pglitedb.executor.command.privilege;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.PrivilegeStatement.RevokeRoles;
import java.util.List;
import java.util.Set;

/// REVOKE of roles.
final class RevokeRolesCommand implements Command<RevokeRoles> {
    @Override
    public Class<RevokeRoles> statement() {
        return RevokeRoles.class;
    }

    @Override
    public String name(RevokeRoles statement) {
        return "REVOKE ROLE";
    }

    @Override
    public Set<Trait> traits(RevokeRoles statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(RevokeRoles statement, CommandCall call) {
        Definition definition = Definition.of(call);
        List<Integer> members = GrantedRoles.oids(statement.grantees(), definition);
        for (int role : GrantedRoles.named(statement.roles(), definition)) {
            new Memberships(definition).remove(role, members, statement.adminOptionOnly());
        }
        return name(statement);
    }
}
