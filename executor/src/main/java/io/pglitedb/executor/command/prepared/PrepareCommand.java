package io.pglitedb.executor.command.prepared;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.PreparedStatements.Prepared;
import io.pglitedb.executor.backend.StatementSource;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.SessionStatement.Prepare;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// PREPARE.
final class PrepareCommand implements Command<Prepare> {
    @Override
    public Class<Prepare> statement() {
        return Prepare.class;
    }

    @Override
    public String name(Prepare prepare) {
        return "PREPARE";
    }

    @Override
    public String run(Prepare prepare, CommandCall call) {
        Backend session = call.session();
        if (prepare.name().isEmpty()) {
            throw new PgException(SqlState.INVALID_PSTATEMENT_DEFINITION, "invalid statement name: must not be empty");
        }
        CommandAnalysis analysis = new CommandAnalysis(session.catalog(), session.context(), ParameterTypes.none());
        List<Integer> types = prepare.parameterTypes().stream()
                .map(type -> analysis.type(type).oid())
                .toList();
        StatementSource source = StatementSource.inferring(call.text(), prepare.statement(), types);
        source.analysis(session);
        session.statements()
                .put(new Prepared(
                        prepare.name(), source, call.text(), session.context().statementTimestamp(), true));
        return "PREPARE";
    }
}
