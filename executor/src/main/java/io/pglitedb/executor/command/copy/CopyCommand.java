package io.pglitedb.executor.command.copy;

import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.Copy;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// COPY in either direction.
final class CopyCommand implements Command<Copy> {
    private static final int READ_SERVER_FILES = 4569;
    private static final int WRITE_SERVER_FILES = 4570;

    @Override
    public Class<Copy> statement() {
        return Copy.class;
    }

    @Override
    public String name(Copy copy) {
        return copy.from() ? "COPY FROM" : "COPY";
    }

    /// The query or the insertion takes its own snapshot.
    @Override
    public Set<Trait> traits(Copy copy) {
        return copy.from() ? Set.of(Trait.WRITES, Trait.WITHOUT_SNAPSHOT) : Set.of(Trait.WITHOUT_SNAPSHOT);
    }

    @Override
    public String run(Copy copy, CommandCall call) {
        Backend session = call.session();
        CopyOptions options = CopyOptionReader.read(
                copy.options(), copy.from(), session.variables().show("client_encoding"));
        if (copy.program()) {
            throw PgException.notSupported("COPY with a program");
        }
        int role = copy.from() ? READ_SERVER_FILES : WRITE_SERVER_FILES;
        if (copy.file() != null
                && !new RoleGraph(session.catalog())
                        .hasRightsOf(session.identity().currentUser().oid(), role)) {
            throw new PgException(
                            SqlState.INSUFFICIENT_PRIVILEGE,
                            "must be superuser or have privileges of the %s role to COPY %s a file"
                                    .formatted(
                                            copy.from() ? "pg_read_server_files" : "pg_write_server_files",
                                            copy.from() ? "from" : "to"))
                    .hint("Anyone can COPY to stdout or from stdin. psql's \\copy command also works for anyone.");
        }
        long rows = copy.from() ? new CopyFrom(copy, options, call).run() : new CopyTo(copy, options, call).run();
        return "COPY " + rows;
    }
}
