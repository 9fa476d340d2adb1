package io.pglitedb.executor.command.copy;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// COPY.
public final class CopyCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(new CopyCommand());
    }
}
