package io.pglitedb.executor.plpgsql;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.QueryRun;
import io.pglitedb.executor.backend.StatementSource;
import io.pglitedb.planner.ast.RawStatement;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.plpgsql.PlExpression;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// A piece of SQL of one body, as one session runs it.
final class PlQuery {
    /// @param type of the value
    record Value(Object value, SqlType type) {}

    private final PlExpression text;
    private final Backend session;
    private final boolean apart;
    private StatementSource source;
    private PlVariables variables;

    /// @param apart whether each run sees what was done before it
    PlQuery(PlExpression text, Backend session, boolean apart) {
        this.text = text;
        this.session = session;
        this.apart = apart;
    }

    /// The statement, analyzed for the variables as they are.
    StatementSource source(PlFrame frame) {
        if (source == null || !variables.fits(frame)) {
            variables = new PlVariables(text.scope(), frame, session.catalog());
            source = StatementSource.of(text.statement(), parsed().statement(), variables);
        }
        return source;
    }

    private RawStatement parsed() {
        List<RawStatement> statements = SqlParser.parse(text.statement(), settings(session));
        if (statements.size() != 1) {
            throw new PgException(SqlState.SYNTAX_ERROR, "query is not one statement: " + text.text());
        }
        return statements.getFirst();
    }

    static ParserSettings settings(Backend session) {
        boolean standard =
                session.context().setting("standard_conforming_strings").equals("on");
        return new ParserSettings(standard, session.context()::report);
    }

    Object[] parameters(PlFrame frame) {
        source(frame);
        // The analysis tells which fields of records are wanted.
        source.analysis(session);
        return variables.values(frame);
    }

    PlVariables variables(PlFrame frame) {
        source(frame);
        return variables;
    }

    String text() {
        return text.text();
    }

    private QueryRun open(PlFrame frame) {
        StatementSource statement = source(frame);
        Object[] values = parameters(frame);
        return QueryRun.openInside(statement, values, session, apart);
    }

    List<TargetEntry> columns(PlFrame frame) {
        return source(frame).analysis(session).query().resultColumns();
    }

    /// What to do with a run of the query; the row arrays are reused.
    interface Work<T> {
        T with(QueryRun run);
    }

    /// Runs it as a statement inside the caller's.
    <T> T run(PlFrame frame, Work<T> work) {
        session.block().deferral().enterStatement();
        try (QueryRun run = located(() -> open(frame))) {
            return work.with(run);
        } catch (PgException e) {
            throw within(e);
        } finally {
            session.block().deferral().leaveStatement();
        }
    }

    /// Errors of parsing and analysis point into the piece of SQL.
    <T> T located(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (PgException e) {
            throw pointed(e);
        }
    }

    private PgException pointed(PgException error) {
        int position = error.report().position() - text.prefix();
        return position <= 0 ? error : new PgException(error.report().at(0).withInternalQuery(text.text(), position));
    }

    private PgException within(PgException error) {
        PgException pointed = pointed(error);
        boolean pointsHere = text.text().equals(pointed.report().internalQuery())
                && pointed.report().where() == null;
        return pointsHere || text.expression() ? pointed : pointed.where("SQL statement \"%s\"".formatted(text.text()));
    }

    /// The one value that it gives; NULL without a row. 42601 for more columns, 21000 for more rows.
    Value value(PlFrame frame) {
        return run(frame, run -> {
            List<TargetEntry> columns = columns(frame);
            if (columns.size() != 1) {
                throw new PgException(SqlState.SYNTAX_ERROR, "query returned %d columns".formatted(columns.size()));
            }
            Object[] row = run.next();
            Object value = row == null ? null : row[0];
            if (row != null && run.next() != null) {
                throw new PgException(SqlState.CARDINALITY_VIOLATION, "query returned more than one row");
            }
            return new Value(value, type(columns.getFirst()));
        });
    }

    static SqlType type(TargetEntry column) {
        return new SqlType(column.expression().type(), column.expression().typmod());
    }

    static List<SqlType> types(List<TargetEntry> columns) {
        return columns.stream().map(PlQuery::type).toList();
    }

    static List<String> names(List<TargetEntry> columns) {
        return columns.stream().map(TargetEntry::name).toList();
    }
}
