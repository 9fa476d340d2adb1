package io.pglitedb.executor.command.privilege;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// GRANT, REVOKE and what else changes who may do what.
public final class PrivilegeCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(
                new GrantCommand(),
                new RevokeCommand(),
                new GrantRolesCommand(),
                new RevokeRolesCommand(),
                new AlterDefaultPrivilegesCommand(),
                new ReassignOwnedCommand(),
                new DropOwnedCommand());
    }
}
