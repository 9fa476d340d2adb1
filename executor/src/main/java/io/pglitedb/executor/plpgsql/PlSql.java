package io.pglitedb.executor.plpgsql;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.QueryRun;
import io.pglitedb.executor.backend.StatementSource;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.CommandRegistry;
import io.pglitedb.executor.plpgsql.PlInterpreter.Flow;
import io.pglitedb.planner.analyzer.Analyzer;
import io.pglitedb.planner.ast.RawStatement;
import io.pglitedb.planner.ast.SessionStatement;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.plpgsql.PlExpression;
import io.pglitedb.planner.plpgsql.PlStatement;
import io.pglitedb.planner.plpgsql.PlTarget;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/// Statements of SQL in a body, written there or made at run time.
final class PlSql {
    /// Rows of a query, one after another.
    ///
    /// @param source gives null after the last
    record Rows(List<String> names, List<SqlType> types, Supplier<Object[]> source) {
        Object[] next() {
            return source.get();
        }
    }

    /// What to do with rows.
    interface RowWork<T> {
        T with(Rows rows);
    }

    /// What became of a statement with INTO.
    private record Outcome(Object[] first, boolean more, long count, List<TargetEntry> columns) {}

    private final PlInterpreter interpreter;
    private final Backend session;

    PlSql(PlInterpreter interpreter, Backend session) {
        this.interpreter = interpreter;
        this.session = session;
    }

    Flow run(PlStatement.Perform perform, PlFrame frame) {
        long count = interpreter.query(perform.query()).run(frame, PlSql::toEnd);
        frame.rowCount = count;
        interpreter.found(frame, count > 0);
        return Flow.ON;
    }

    /// The number of rows given or, of a change without RETURNING, changed.
    private static long toEnd(QueryRun run) {
        long rows = 0;
        while (run.next() != null) {
            rows++;
        }
        return run.plan().command() == Query.Command.SELECT ? rows : run.changedRows();
    }

    Flow run(PlStatement.Sql sql, PlFrame frame) {
        PlQuery query = interpreter.query(sql.statement());
        StatementSource source = query.located(() -> query.source(frame));
        if (!source.isQuery()) {
            if (sql.into() != null) {
                throw notIntoable();
            }
            run(source.statement(), sql.statement().text(), List.of(), new Object[0]);
            frame.rowCount = 0;
            return Flow.ON;
        }
        if (sql.into() == null) {
            long count = query.run(frame, run -> {
                if (run.plan().command() == Query.Command.SELECT) {
                    throw noDestination();
                }
                return toEnd(run);
            });
            frame.rowCount = count;
            interpreter.found(frame, count > 0);
            return Flow.ON;
        }
        Outcome outcome = query.run(frame, run -> into(run, sql.strict() || changes(run), query.columns(frame)));
        store(outcome, sql.into(), sql.strict(), frame, true);
        return Flow.ON;
    }

    private static PgException noDestination() {
        return new PgException(SqlState.SYNTAX_ERROR, "query has no destination for result data")
                .hint("If you want to discard the results of a SELECT, use PERFORM instead.");
    }

    private static PgException notIntoable() {
        return new PgException(SqlState.SYNTAX_ERROR, "INTO used with a command that cannot return data");
    }

    private static boolean changes(QueryRun run) {
        return run.plan().command() != Query.Command.SELECT;
    }

    /// The first row.
    ///
    /// @param single whether a second one is an error: with STRICT, and when a statement written in the body
    ///     changes rows
    private static Outcome into(QueryRun run, boolean single, List<TargetEntry> columns) {
        boolean changes = changes(run);
        if (!run.plan().returnsRows()) {
            throw notIntoable();
        }
        Object[] row = run.next();
        Object[] first = row == null ? null : row.clone();
        boolean more = first != null && single && run.next() != null;
        if (changes && first != null) {
            while (run.next() != null) {}
        }
        return new Outcome(first, more, first == null ? 0 : 1, columns);
    }

    private void store(Outcome outcome, PlTarget target, boolean strict, PlFrame frame, boolean tellsFound) {
        if (strict && outcome.first() == null) {
            throw new PgException(SqlState.NO_DATA_FOUND, "query returned no rows");
        }
        if (outcome.more()) {
            PgException error = new PgException(SqlState.TOO_MANY_ROWS, "query returned more than one row");
            // Of a statement made at run time PostgreSQL says no more.
            throw tellsFound ? error.hint("Make sure the query returns a single row, or use LIMIT 1.") : error;
        }
        frame.rowCount = outcome.count();
        if (tellsFound) {
            interpreter.found(frame, outcome.first() != null);
        }
        interpreter
                .values()
                .assign(
                        frame,
                        target,
                        PlQuery.names(outcome.columns()),
                        PlQuery.types(outcome.columns()),
                        outcome.first());
    }

    /// A command, as a statement inside of the caller's.
    private void run(Statement statement, String text, List<Integer> types, Object[] parameters) {
        Command<Statement> command = CommandRegistry.standard().get(statement);
        var traits = command.traits(statement);
        if (traits.contains(Command.Trait.TRANSACTION_CONTROL)) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "unsupported transaction command in PL/pgSQL");
        }
        if (traits.contains(Command.Trait.OUTSIDE_BLOCK)) {
            throw new PgException(
                    SqlState.ACTIVE_SQL_TRANSACTION, command.name(statement) + " cannot be executed from a function");
        }
        if (statement instanceof SessionStatement.Copy copy && copy.file() == null) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot COPY to/from client in PL/pgSQL");
        }
        if (traits.contains(Command.Trait.WRITES)) {
            if (!interpreter.body().apart()) {
                throw new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        command.name(statement) + " is not allowed in a non-volatile function");
            }
            session.block().requireWritable(command.name(statement));
        }
        session.block().deferral().enterStatement();
        try {
            if (interpreter.body().apart()) {
                session.block().startStatement();
            }
            command.run(statement, new CommandCall(session, null, row -> {}, text, types, parameters));
            session.block().deferral().statementEnded();
        } catch (PgException e) {
            throw new PgException(e.report().at(0)).where("SQL statement \"%s\"".formatted(text));
        } finally {
            session.block().deferral().leaveStatement();
        }
    }

    Flow run(PlStatement.Call call, PlFrame frame) {
        return new PlCalls(interpreter, session).run(call, frame);
    }

    Flow run(PlStatement.Execute execute, PlFrame frame) {
        String text = required(interpreter.text(execute.text(), frame));
        List<PlQuery.Value> using = execute.using().stream()
                .map(each -> interpreter.value(each, frame))
                .toList();
        List<RawStatement> statements = parse(text);
        for (RawStatement raw : statements) {
            dynamic(raw.statement(), text, using, execute, frame);
        }
        return Flow.ON;
    }

    private static String required(String text) {
        if (text == null) {
            throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "query string argument of EXECUTE is null");
        }
        return text;
    }

    private List<RawStatement> parse(String text) {
        try {
            return SqlParser.parse(text, PlQuery.settings(session));
        } catch (PgException e) {
            throw pointed(e, text);
        }
    }

    private static PgException pointed(PgException error, String text) {
        int position = error.report().position();
        return position > 0 ? new PgException(error.report().at(0).withInternalQuery(text, position)) : error;
    }

    private void dynamic(
            Statement statement, String text, List<PlQuery.Value> using, PlStatement.Execute execute, PlFrame frame) {
        if (!Analyzer.isQuery(statement) || StatementSource.isSelectInto(statement)) {
            if (execute.into() != null) {
                throw notIntoable();
            }
            if (isTransactionControl(statement)) {
                throw new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED, "EXECUTE of transaction commands is not implemented");
            }
            StatementSource source = source(statement, text, using);
            run(source.statement(), text, types(using), parameters(using));
            return;
        }
        Outcome outcome = open(statement, text, using, (source, run) -> {
            List<TargetEntry> columns = source.analysis(session).query().resultColumns();
            return execute.into() == null
                    ? new Outcome(null, false, toEnd(run), columns)
                    : into(run, execute.strict(), columns);
        });
        if (execute.into() == null) {
            frame.rowCount = outcome.count();
        } else {
            store(outcome, execute.into(), execute.strict(), frame, false);
        }
    }

    private static boolean isTransactionControl(Statement statement) {
        return !Analyzer.isQuery(statement)
                && CommandRegistry.standard()
                        .get(statement)
                        .traits(statement)
                        .contains(Command.Trait.TRANSACTION_CONTROL);
    }

    private static StatementSource source(Statement statement, String text, List<PlQuery.Value> using) {
        return StatementSource.of(text, statement, types(using));
    }

    private static List<Integer> types(List<PlQuery.Value> using) {
        return using.stream().map(value -> value.type().oid()).toList();
    }

    private static Object[] parameters(List<PlQuery.Value> using) {
        return using.stream().map(PlQuery.Value::value).toArray();
    }

    /// What to do with a run of a query made at run time.
    private interface DynamicWork<T> {
        T with(StatementSource source, QueryRun run);
    }

    private <T> T open(Statement statement, String text, List<PlQuery.Value> using, DynamicWork<T> work) {
        StatementSource source = source(statement, text, using);
        session.block().deferral().enterStatement();
        try (QueryRun run = QueryRun.openInside(
                source, parameters(using), session, interpreter.body().apart())) {
            return work.with(source, run);
        } catch (PgException e) {
            PgException pointed = pointed(e, text);
            throw pointed == e ? e.where("SQL statement \"%s\"".formatted(text)) : pointed;
        } finally {
            session.block().deferral().leaveStatement();
        }
    }

    /// The rows of a query in the body.
    <T> T rows(PlExpression text, PlFrame frame, RowWork<T> work) {
        PlQuery query = interpreter.query(text);
        StatementSource source = query.located(() -> query.source(frame));
        if (!source.isQuery()) {
            throw new PgException(SqlState.INVALID_CURSOR_DEFINITION, "cannot open query as cursor");
        }
        if (frame.mayCommit) {
            Deque<Object[]> kept = query.run(frame, PlSql::all);
            List<TargetEntry> columns = query.columns(frame);
            return work.with(new Rows(PlQuery.names(columns), PlQuery.types(columns), kept::poll));
        }
        return query.run(frame, run -> {
            List<TargetEntry> columns = query.columns(frame);
            return work.with(new Rows(PlQuery.names(columns), PlQuery.types(columns), run::next));
        });
    }

    private static Deque<Object[]> all(QueryRun run) {
        Deque<Object[]> rows = new ArrayDeque<>();
        for (Object[] row = run.next(); row != null; row = run.next()) {
            rows.add(row.clone());
        }
        return rows;
    }

    /// The rows of a query made at run time.
    <T> T rows(PlExpression text, List<PlExpression> using, PlFrame frame, RowWork<T> work) {
        String made = required(interpreter.text(text, frame));
        List<PlQuery.Value> values = new ArrayList<>();
        using.forEach(each -> values.add(interpreter.value(each, frame)));
        List<RawStatement> statements = parse(made);
        if (statements.size() != 1 || !Analyzer.isQuery(statements.getFirst().statement())) {
            throw new PgException(
                    SqlState.INVALID_CURSOR_DEFINITION,
                    statements.size() == 1 ? "cannot open query as cursor" : "cannot open multi-query plan as cursor");
        }
        Statement statement = statements.getFirst().statement();
        if (StatementSource.isSelectInto(statement)) {
            throw new PgException(SqlState.INVALID_CURSOR_DEFINITION, "cannot open SELECT INTO query as cursor");
        }
        if (frame.mayCommit) {
            Rows kept = open(statement, made, values, (source, run) -> {
                List<TargetEntry> columns = source.analysis(session).query().resultColumns();
                Deque<Object[]> all = all(run);
                return new Rows(PlQuery.names(columns), PlQuery.types(columns), all::poll);
            });
            return work.with(kept);
        }
        return open(statement, made, values, (source, run) -> {
            List<TargetEntry> columns = source.analysis(session).query().resultColumns();
            return work.with(new Rows(PlQuery.names(columns), PlQuery.types(columns), run::next));
        });
    }
}
