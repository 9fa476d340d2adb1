package io.pglitedb.executor.command.explain;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// EXPLAIN.
public final class ExplainCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(new ExplainCommand());
    }
}
