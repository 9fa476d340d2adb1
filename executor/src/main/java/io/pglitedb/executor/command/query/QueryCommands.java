package io.pglitedb.executor.command.query;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// CREATE TABLE AS.
public final class QueryCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(new CreateTableAsCommand());
    }
}
