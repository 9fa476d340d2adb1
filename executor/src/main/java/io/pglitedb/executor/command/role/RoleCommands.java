package io.pglitedb.executor.command.role;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// Commands about roles.
public final class RoleCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(
                new CreateRoleCommand(),
                new AlterRoleCommand(),
                new AlterGroupCommand(),
                new AlterRoleSettingCommand(),
                new DropRolesCommand());
    }
}
