package io.pglitedb.executor.command.privilege;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.PrivilegeStatement.Grant;
import java.util.Set;

/// GRANT of privileges.
final class GrantCommand implements Command<Grant> {
    @Override
    public Class<Grant> statement() {
        return Grant.class;
    }

    @Override
    public String name(Grant statement) {
        return "GRANT";
    }

    @Override
    public Set<Trait> traits(Grant statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(Grant statement, CommandCall call) {
        Definition definition = Definition.of(call);
        Grantors.require(statement.grantor(), definition);
        GrantChange change = GrantChange.of(true, statement.grantees(), statement.grantOption(), false, definition);
        change.requireRolesForOption();
        new GrantTargets(definition, change).run(statement.privileges(), statement.target());
        return name(statement);
    }
}
