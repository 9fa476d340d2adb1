package io.pglitedb.executor.command.definition;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// The commands of this package.
public final class DefinitionCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(
                new CreateOperatorCommand(),
                new AlterOperatorCommand(),
                new CreateCastCommand(),
                new CreateRangeCommand(),
                new CreateCollationCommand(),
                new CreateConversionCommand(),
                new CopyCollationCommand());
    }
}
