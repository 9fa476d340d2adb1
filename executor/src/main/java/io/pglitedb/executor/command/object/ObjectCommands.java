package io.pglitedb.executor.command.object;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// Commands that are alike for objects of every kind.
public final class ObjectCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(
                new CommentCommand(),
                new SecurityLabelCommand(),
                new RenameCommand(),
                new SetSchemaCommand(),
                new RenameColumnCommand(),
                new RenameAttributeCommand(),
                new RenameConstraintCommand(),
                new ChangeOwnerCommand());
    }
}
