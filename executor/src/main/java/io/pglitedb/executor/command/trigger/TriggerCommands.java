package io.pglitedb.executor.command.trigger;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// CREATE TRIGGER.
public final class TriggerCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(new CreateTriggerCommand());
    }
}
