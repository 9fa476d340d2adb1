package io.pglitedb.executor.command.routine;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// Commands about functions and procedures.
public final class RoutineCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(
                new CreateFunctionCommand(),
                new AlterFunctionCommand(),
                new CreateAggregateCommand(),
                new CallCommand(),
                new DoCommand());
    }
}
