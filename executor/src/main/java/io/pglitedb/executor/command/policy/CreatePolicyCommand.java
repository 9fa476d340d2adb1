package io.pglitedb.executor.command.policy;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Policies;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.TriggerStatement.CreatePolicy;
import java.util.Set;

/// CREATE POLICY.
final class CreatePolicyCommand implements Command<CreatePolicy> {
    @Override
    public Class<CreatePolicy> statement() {
        return CreatePolicy.class;
    }

    @Override
    public String name(CreatePolicy statement) {
        return "CREATE POLICY";
    }

    @Override
    public Set<Trait> traits(CreatePolicy statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreatePolicy statement, CommandCall call) {
        Definition definition = Definition.of(call);
        char command = switch (statement.command()) {
            case ALL -> '*';
            case SELECT -> 'r';
            case INSERT -> 'a';
            case UPDATE -> 'w';
            case DELETE -> 'd';
        };
        PolicyParts.requireFitting(command, statement.using() != null, statement.check() != null);
        TableDef table = PolicyParts.table(statement.relation(), definition);
        new Policies(definition.writer())
                .create(
                        statement.name(),
                        table.oid(),
                        command,
                        statement.permissive(),
                        PolicyParts.roles(statement.roles(), definition),
                        PolicyParts.condition(statement.using(), table, definition),
                        PolicyParts.condition(statement.check(), table, definition));
        return name(statement);
    }
}
