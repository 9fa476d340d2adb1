package io.pglitedb.executor.command.table;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import io.pglitedb.executor.command.drop.DropCommand;
import io.pglitedb.executor.command.drop.DropObjectsCommand;
import io.pglitedb.executor.command.drop.DropOnRelationCommand;
import io.pglitedb.executor.command.index.CreateIndexCommand;
import io.pglitedb.executor.command.schema.CreateSchemaCommand;
import io.pglitedb.executor.command.sequence.AlterSequenceCommand;
import io.pglitedb.executor.command.sequence.CreateSequenceCommand;
import io.pglitedb.executor.command.table.alter.AlterTableCommand;
import io.pglitedb.executor.command.view.CreateViewCommand;
import io.pglitedb.executor.command.view.RefreshMaterializedViewCommand;
import java.util.List;

/// Commands that define relations and schemas.
public final class TableCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(
                new CreateTableCommand(),
                new RefreshMaterializedViewCommand(),
                new AlterTableCommand(),
                new TruncateCommand(),
                new CreateIndexCommand(),
                new CreateSequenceCommand(),
                new AlterSequenceCommand(),
                new CreateViewCommand(),
                new CreateSchemaCommand(),
                new DropCommand(),
                new DropObjectsCommand(),
                new DropOnRelationCommand());
    }
}
