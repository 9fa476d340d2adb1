package io.pglitedb.executor.command.type;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// Commands about types.
public final class TypeCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(
                new CreateEnumCommand(),
                new AddEnumLabelCommand(),
                new RenameEnumLabelCommand(),
                new CreateCompositeTypeCommand(),
                new CreateDomainCommand(),
                new AlterDomainCommand(),
                new AlterCompositeTypeCommand(),
                new DropTypesCommand());
    }
}
