package io.pglitedb.executor.plpgsql;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.CursorOptions;
import io.pglitedb.executor.backend.QueryPortal;
import io.pglitedb.executor.backend.StatementSource;
import io.pglitedb.executor.plpgsql.PlInterpreter.Flow;
import io.pglitedb.planner.analyzer.Analyzer;
import io.pglitedb.planner.ast.RawStatement;
import io.pglitedb.planner.ast.SessionStatement.FetchDirection;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.plpgsql.PlExpression;
import io.pglitedb.planner.plpgsql.PlStatement;
import io.pglitedb.planner.plpgsql.PlVariable;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// Cursors by variables that hold their names.
final class PlCursors {
    private final PlInterpreter interpreter;
    private final Backend session;

    PlCursors(PlInterpreter interpreter, Backend session) {
        this.interpreter = interpreter;
        this.session = session;
    }

    Flow open(PlStatement.Open open, PlFrame frame) {
        PlVariable variable = frame.declarations.variable(open.cursor());
        PlVariable.Cursor bound = variable.cursor();
        if (open.text() != null) {
            dynamic(open, frame);
        } else {
            if (bound != null) {
                setParameters(bound, open.arguments(), variable, frame);
            }
            start(variable, bound != null ? bound.query() : open.query(), open.scroll(), frame);
        }
        return Flow.ON;
    }

    private void dynamic(PlStatement.Open open, PlFrame frame) {
        String text = interpreter.text(open.text(), frame);
        if (text == null) {
            throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "query string argument of EXECUTE is null");
        }
        List<PlQuery.Value> using = new ArrayList<>();
        open.using().forEach(each -> using.add(interpreter.value(each, frame)));
        List<RawStatement> statements = SqlParser.parse(text, PlQuery.settings(session));
        if (statements.size() != 1 || !Analyzer.isQuery(statements.getFirst().statement())) {
            throw new PgException(SqlState.INVALID_CURSOR_DEFINITION, "cannot open query as cursor");
        }
        StatementSource source = StatementSource.of(
                text,
                statements.getFirst().statement(),
                using.stream().map(value -> value.type().oid()).toList());
        Object[] parameters = using.stream().map(PlQuery.Value::value).toArray();
        declare(frame.declarations.variable(open.cursor()), source, parameters, open.scroll(), frame);
    }

    /// A query of its own for each opening: the cursor outlives what the body does next.
    private void start(PlVariable variable, PlExpression text, Boolean scroll, PlFrame frame) {
        PlQuery query = new PlQuery(text, session, true);
        StatementSource source = query.located(() -> query.source(frame));
        if (!source.isQuery()) {
            throw new PgException(SqlState.INVALID_CURSOR_DEFINITION, "cannot open query as cursor");
        }
        Object[] parameters = query.located(() -> query.parameters(frame));
        declare(variable, source, parameters, scroll, frame);
    }

    private void declare(
            PlVariable variable, StatementSource source, Object[] parameters, Boolean scroll, PlFrame frame) {
        Object value = frame.get(variable.number());
        String name = value == null ? session.portals().unusedName() : value.toString();
        if (value != null && session.portals().cursorIfOpen(name) != null) {
            throw new PgException(SqlState.DUPLICATE_CURSOR, "cursor \"%s\" already in use".formatted(name));
        }
        if (value == null && variable.constant()) {
            throw new PgException(
                    SqlState.ERROR_IN_ASSIGNMENT, "variable \"%s\" is declared CONSTANT".formatted(variable.name()));
        }
        session.portals()
                .declare(
                        name,
                        source,
                        parameters,
                        new CursorOptions(
                                scroll == null || scroll,
                                false,
                                false,
                                source.text(),
                                session.context().statementTimestamp()));
        frame.set(variable.number(), Utf8.of(name));
    }

    /// The parameters of a bound cursor, by position or by name.
    private void setParameters(PlVariable.Cursor bound, PlExpression arguments, PlVariable variable, PlFrame frame) {
        int wanted = bound.parameters().size();
        if (arguments == null) {
            if (wanted > 0) {
                throw new PgException(SqlState.SYNTAX_ERROR, "cursor \"%s\" has arguments".formatted(variable.name()));
            }
            return;
        }
        if (wanted == 0) {
            throw new PgException(SqlState.SYNTAX_ERROR, "cursor \"%s\" has no arguments".formatted(variable.name()));
        }
        List<PlExpression> given = PlArguments.of(arguments, bound, variable, frame.declarations, session);
        List<PlQuery.Value> values = new ArrayList<>();
        given.forEach(each -> values.add(interpreter.value(each, frame)));
        for (int i = 0; i < wanted; i++) {
            interpreter
                    .values()
                    .assign(
                            frame,
                            bound.parameters().get(i),
                            values.get(i).value(),
                            values.get(i).type());
        }
    }

    private String name(int variable, PlFrame frame) {
        Object name = frame.get(variable);
        if (name == null) {
            throw new PgException(
                    SqlState.NULL_VALUE_NOT_ALLOWED,
                    "cursor variable \"%s\" is null"
                            .formatted(frame.declarations.variable(variable).name()));
        }
        return name.toString();
    }

    Flow fetch(PlStatement.Fetch fetch, PlFrame frame) {
        QueryPortal portal = session.portals().cursor(name(fetch.cursor(), frame));
        long count = fetch.fixed();
        if (fetch.count() != null) {
            Integer given = interpreter.integer(fetch.count(), frame);
            if (given == null) {
                throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "relative or absolute cursor position is null");
            }
            count = given;
        }
        FetchDirection direction = FetchDirection.valueOf(fetch.direction().name());
        if (fetch.move()) {
            frame.rowCount = portal.cursor().fetch(direction, count, null);
            interpreter.found(frame, frame.rowCount > 0);
            return Flow.ON;
        }
        Object[][] row = new Object[1][];
        frame.rowCount = portal.cursor().fetch(direction, count, given -> row[0] = given.clone());
        List<TargetEntry> columns = portal.source().analysis(session).query().resultColumns();
        interpreter.values().assign(frame, fetch.into(), PlQuery.names(columns), PlQuery.types(columns), row[0]);
        interpreter.found(frame, row[0] != null);
        return Flow.ON;
    }

    Flow close(PlStatement.Close close, PlFrame frame) {
        String name = name(close.cursor(), frame);
        session.portals().cursor(name);
        session.portals().close(name);
        return Flow.ON;
    }

    /// FOR over a bound cursor: opened before, closed after.
    <T> T rows(PlStatement.ForCursor loop, PlFrame frame, PlSql.RowWork<T> work) {
        PlVariable variable = frame.declarations.variable(loop.cursor());
        setParameters(variable.cursor(), loop.arguments(), variable, frame);
        boolean unnamed = frame.get(loop.cursor()) == null;
        start(variable, variable.cursor().query(), variable.cursor().scroll(), frame);
        String name = frame.get(loop.cursor()).toString();
        try {
            QueryPortal portal = session.portals().cursor(name);
            List<TargetEntry> columns =
                    portal.source().analysis(session).query().resultColumns();
            return work.with(new PlSql.Rows(PlQuery.names(columns), PlQuery.types(columns), () -> {
                Object[][] row = new Object[1][];
                portal.cursor().fetch(FetchDirection.FORWARD, 1, given -> row[0] = given.clone());
                return row[0];
            }));
        } finally {
            session.portals().close(name);
            if (unnamed) {
                frame.set(loop.cursor(), null);
            }
        }
    }
}
