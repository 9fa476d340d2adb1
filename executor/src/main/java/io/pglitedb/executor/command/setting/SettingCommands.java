package io.pglitedb.executor.command.setting;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// SET, RESET, SHOW, DISCARD.
public final class SettingCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(new SetCommand(), new ResetCommand(), new ShowCommand(), new DiscardCommand());
    }
}
