package io.pglitedb.executor.command.rule;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// CREATE RULE.
public final class RuleCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(new CreateRuleCommand());
    }
}
