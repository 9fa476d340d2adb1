package io.pglitedb.executor.command.prepared;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// PREPARE, EXECUTE, DEALLOCATE.
public final class PreparedCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(new PrepareCommand(), new ExecuteCommand(), new DeallocateCommand());
    }
}
