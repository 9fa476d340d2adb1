package io.pglitedb.executor.command.cursor;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// DECLARE, FETCH, MOVE, CLOSE.
public final class CursorCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(new DeclareCommand(), new FetchCommand(), new CloseCommand());
    }
}
