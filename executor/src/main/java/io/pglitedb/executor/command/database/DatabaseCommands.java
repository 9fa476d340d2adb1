package io.pglitedb.executor.command.database;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// Commands about databases.
public final class DatabaseCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(
                new CreateDatabaseCommand(),
                new DropDatabaseCommand(),
                new AlterDatabaseCommand(),
                new AlterDatabaseSettingCommand());
    }
}
