package io.pglitedb.executor.routine;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.planner.analyzer.Analyzer;
import io.pglitedb.planner.analyzer.RoutineBody;
import io.pglitedb.planner.ast.RawStatement;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.error.PgException;
import java.util.ArrayList;
import java.util.List;

/// The statements of a body, analyzed.
public final class BodyStatements {
    private static final char VOLATILE = 'v';

    private BodyStatements() {}

    static List<BodyStatement> of(FunctionDef function, RoutineBody body, Backend session) {
        boolean mayWrite = function.volatility() == VOLATILE;
        List<BodyStatement> statements = new ArrayList<>();
        if (function.sqlBody().isPresent()) {
            for (Query query : NodeTree.readQueries(function.sqlBody().get(), session.context())) {
                statements.add(new BodyQuery(query, body.argumentTypes(), mayWrite, session));
            }
            return statements;
        }
        for (RawStatement raw : SqlParser.parse(function.prosrc(), settings(session))) {
            statements.add(
                    Analyzer.isQuery(raw.statement())
                            ? new BodyQuery(body.analyze(raw.statement()), body.argumentTypes(), mayWrite, session)
                            : new BodyCommand(
                                    raw.statement(), body.argumentTypes(), function.prosrc(), mayWrite, session));
        }
        return statements;
    }

    /// Analyzes the body as a call would; what is wrong with it is an error.
    public static void check(FunctionDef function, Backend session) {
        try {
            if (RoutineBody.isPolymorphic(function)) {
                SqlParser.parse(function.prosrc(), settings(session));
                return;
            }
            RoutineBody body =
                    new RoutineBody(function, function.argumentTypes(), session.catalog(), session.context());
            List<BodyStatement> statements = of(function, body, session);
            body.returning(statements.isEmpty() ? null : statements.getLast().query(), function.resultType(), null);
        } catch (PgException e) {
            throw RoutineErrors.in(e, "SQL function \"%s\"".formatted(function.name()));
        }
    }

    private static ParserSettings settings(Backend session) {
        boolean standard =
                session.context().setting("standard_conforming_strings").equals("on");
        return new ParserSettings(standard, session.context()::report);
    }
}
