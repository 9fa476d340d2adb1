package io.pglitedb.executor.command.cursor;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.ResultShape;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.Fetch;
import java.util.Set;

/// FETCH and MOVE.
final class FetchCommand implements Command<Fetch> {
    @Override
    public Class<Fetch> statement() {
        return Fetch.class;
    }

    @Override
    public String name(Fetch fetch) {
        return fetch.move() ? "MOVE" : "FETCH";
    }

    @Override
    public Set<Trait> traits(Fetch fetch) {
        return Set.of(Trait.WITHOUT_SNAPSHOT);
    }

    /// Of no rows when there is no such cursor: the error is that of running it.
    @Override
    public ResultShape shape(Fetch fetch, Backend session) {
        return fetch.move() || session.portals().cursorIfOpen(fetch.cursor()) == null
                ? ResultShape.NONE
                : session.portals().cursor(fetch.cursor()).shape();
    }

    @Override
    public String run(Fetch fetch, CommandCall call) {
        long rows = call.session()
                .portals()
                .cursor(fetch.cursor())
                .cursor()
                .fetch(fetch.direction(), fetch.count(), fetch.move() ? null : call.rows());
        return name(fetch) + " " + rows;
    }
}
