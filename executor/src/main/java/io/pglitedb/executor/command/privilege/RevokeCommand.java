package io.pglitedb.executor.command.privilege;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.PrivilegeStatement.Revoke;
import java.util.Set;

/// REVOKE of privileges.
final class RevokeCommand implements Command<Revoke> {
    @Override
    public Class<Revoke> statement() {
        return Revoke.class;
    }

    @Override
    public String name(Revoke statement) {
        return "REVOKE";
    }

    @Override
    public Set<Trait> traits(Revoke statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(Revoke statement, CommandCall call) {
        Definition definition = Definition.of(call);
        Grantors.require(statement.grantor(), definition);
        GrantChange change = GrantChange.of(
                false, statement.grantees(), statement.grantOptionOnly(), statement.cascade(), definition);
        new GrantTargets(definition, change).run(statement.privileges(), statement.target());
        return name(statement);
    }
}
