package io.pglitedb.executor.command.cursor;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.CloseCursor;
import java.util.Set;

/// CLOSE of one or all.
final class CloseCommand implements Command<CloseCursor> {
    @Override
    public Class<CloseCursor> statement() {
        return CloseCursor.class;
    }

    @Override
    public String name(CloseCursor close) {
        return close.name() == null ? "CLOSE CURSOR ALL" : "CLOSE CURSOR";
    }

    @Override
    public Set<Trait> traits(CloseCursor close) {
        return Set.of(Trait.WITHOUT_SNAPSHOT);
    }

    @Override
    public String run(CloseCursor close, CommandCall call) {
        if (close.name() == null) {
            call.session().portals().closeAll();
        } else {
            call.session().portals().cursor(close.name());
            call.session().portals().close(close.name());
        }
        return name(close);
    }
}
