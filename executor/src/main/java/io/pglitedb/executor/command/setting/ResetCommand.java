package io.pglitedb.executor.command.setting;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.Reset;
import java.util.Set;

/// RESET name, RESET ALL.
final class ResetCommand implements Command<Reset> {
    @Override
    public Class<Reset> statement() {
        return Reset.class;
    }

    @Override
    public String name(Reset reset) {
        return "RESET";
    }

    @Override
    public Set<Trait> traits(Reset reset) {
        return Set.of(Trait.WITHOUT_SNAPSHOT);
    }

    @Override
    public String run(Reset reset, CommandCall call) {
        if (reset.name() == null) {
            call.session().variables().resetAll();
        } else {
            call.session().variables().reset(reset.name(), false);
        }
        return "RESET";
    }
}
