package io.pglitedb.executor.command.maintenance;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.Command.Trait;
import io.pglitedb.executor.command.CommandFamily;
import io.pglitedb.executor.command.SimpleCommand;
import io.pglitedb.planner.ast.SessionStatement.Checkpoint;
import java.util.List;
import java.util.Set;

/// LOCK, CHECKPOINT, VACUUM, ANALYZE.
public final class MaintenanceCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(
                new LockCommand(),
                new VacuumCommand(),
                new ReindexCommand(),
                new ClusterCommand(),
                new SimpleCommand<>(
                        Checkpoint.class,
                        "CHECKPOINT",
                        Set.of(Trait.WITHOUT_SNAPSHOT),
                        (checkpoint, call) -> call.session().instance().store().flush()));
    }
}
