package io.pglitedb.executor.command.policy;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandFamily;
import java.util.List;

/// CREATE and ALTER POLICY.
public final class PolicyCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(new CreatePolicyCommand(), new AlterPolicyCommand());
    }
}
