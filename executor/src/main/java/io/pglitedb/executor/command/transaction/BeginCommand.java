package io.pglitedb.executor.command.transaction;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.Begin;
import java.util.Set;

/// BEGIN and START TRANSACTION.
final class BeginCommand implements Command<Begin> {
    @Override
    public Class<Begin> statement() {
        return Begin.class;
    }

    @Override
    public String name(Begin begin) {
        return begin.start() ? "START TRANSACTION" : "BEGIN";
    }

    @Override
    public Set<Trait> traits(Begin begin) {
        return Set.of(Trait.TRANSACTION_CONTROL);
    }

    @Override
    public String run(Begin begin, CommandCall call) {
        call.session().block().begin(begin.modes());
        return name(begin);
    }
}
