package io.pglitedb.executor.plpgsql;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.plpgsql.PlInterpreter.Flow;
import io.pglitedb.planner.plpgsql.PlExpression;
import io.pglitedb.planner.plpgsql.PlStatement;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// RAISE, ASSERT, and what handlers learn of errors.
final class PlRaise {
    private final PlInterpreter interpreter;
    private final Backend session;

    PlRaise(PlInterpreter interpreter, Backend session) {
        this.interpreter = interpreter;
        this.session = session;
    }

    /// Whether a handler's condition means the error: by name or code, by class when the code ends in 000.
    static boolean matches(PlStatement.Condition condition, PgException error) {
        String actual = error.report().code();
        if (!condition.code() && condition.text().equals("others")) {
            return error.state() != SqlState.QUERY_CANCELED && error.state() != SqlState.ASSERT_FAILURE;
        }
        String wanted = condition.code() ? condition.text() : null;
        Stream<String> codes = wanted != null
                ? Stream.of(wanted)
                : Stream.of(SqlState.values())
                        .filter(state -> state.condition().equals(condition.text()))
                        .map(SqlState::code);
        return codes.anyMatch(
                code -> code.equals(actual) || code.endsWith("000") && actual.startsWith(code.substring(0, 2)));
    }

    /// SQLSTATE and SQLERRM of a handler.
    void setVariables(PlStatement.Handler handler, PgException error, PlFrame frame) {
        frame.set(handler.stateVariable(), Utf8.of(error.report().code()));
        frame.set(handler.messageVariable(), Utf8.of(error.report().message()));
    }

    Flow raise(PlStatement.Raise raise, PlFrame frame) {
        if (raise.again()) {
            if (frame.caught == null) {
                throw new PgException(
                        SqlState.STACKED_DIAGNOSTICS_ACCESSED_WITHOUT_ACTIVE_HANDLER,
                        "RAISE without parameters cannot be used outside an exception handler");
            }
            throw frame.caught;
        }
        String code = raise.condition() == null ? null : code(raise.condition());
        String message = raise.message() == null ? null : filled(raise.message(), raise.parameters(), frame);
        Report extra = Report.notice("");
        for (PlStatement.Option option : raise.options()) {
            String value = interpreter.text(option.value(), frame);
            if (value == null) {
                throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "RAISE statement option cannot be null");
            }
            switch (option.name()) {
                case "errcode" -> {
                    requireFree(code, "ERRCODE");
                    code = value.matches("[0-9A-Z]{5}") ? value : named(value);
                }
                case "message" -> {
                    requireFree(message, "MESSAGE");
                    message = value;
                }
                case "detail" -> {
                    requireFree(extra.detail(), "DETAIL");
                    extra = extra.withDetail(value);
                }
                case "hint" -> {
                    requireFree(extra.hint(), "HINT");
                    extra = extra.withHint(value);
                }
                case "column" -> extra = extra.withColumn(value);
                case "constraint" -> extra = extra.withConstraint(value);
                case "datatype" -> extra = extra.withDataType(extra.schema(), value);
                case "table" -> extra = extra.withTable(extra.schema(), value);
                default -> extra = extra.withTable(value, extra.table());
            }
        }
        String given = message != null
                ? message
                : raise.condition() != null ? raise.condition().text() : code;
        report(raise.level(), code, given, extra);
        return Flow.ON;
    }

    private static void requireFree(String before, String option) {
        if (before != null) {
            throw new PgException(SqlState.SYNTAX_ERROR, "RAISE option already specified: %s".formatted(option));
        }
    }

    private static String code(PlStatement.Condition condition) {
        return condition.code() ? condition.text() : named(condition.text());
    }

    private static String named(String name) {
        SqlState state = SqlState.ofCondition(name);
        if (state == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "unrecognized exception condition \"%s\"".formatted(name));
        }
        return state.code();
    }

    private void report(PlStatement.Level level, String code, String message, Report extra) {
        Severity severity = switch (level) {
            case DEBUG -> Severity.DEBUG1;
            case LOG -> Severity.LOG;
            case INFO -> Severity.INFO;
            case NOTICE -> Severity.NOTICE;
            case WARNING -> Severity.WARNING;
            case EXCEPTION -> Severity.ERROR;
        };
        SqlState usual = switch (level) {
            case EXCEPTION -> SqlState.RAISE_EXCEPTION;
            case WARNING -> SqlState.WARNING;
            default -> SqlState.SUCCESSFUL_COMPLETION;
        };
        Report report = Report.of(severity, usual, message == null ? "" : message)
                .withDetail(extra.detail())
                .withHint(extra.hint())
                .withColumn(extra.column())
                .withConstraint(extra.constraint())
                .withDataType(extra.schema(), extra.dataType())
                .withTable(extra.schema(), extra.table());
        if (code != null) {
            report = report.withCode(code);
        }
        if (level == PlStatement.Level.EXCEPTION) {
            throw new PgException(report);
        }
        session.report(report);
    }

    /// The message with values in the place of its percent signs.
    private String filled(String message, List<PlExpression> parameters, PlFrame frame) {
        Iterator<PlExpression> values = parameters.iterator();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            boolean doubled = c == '%' && i + 1 < message.length() && message.charAt(i + 1) == '%';
            if (c != '%' || doubled) {
                text.append(c);
                i += doubled ? 1 : 0;
            } else {
                String value = interpreter.text(values.next(), frame);
                text.append(value == null ? "<NULL>" : value);
            }
        }
        return text.toString();
    }

    Flow check(PlStatement.Assert check, PlFrame frame) {
        boolean enabled = session.context().setting("plpgsql.check_asserts").equals("on");
        if (enabled && !interpreter.isTrue(check.condition(), frame)) {
            String message = check.message() == null ? null : interpreter.text(check.message(), frame);
            throw new PgException(SqlState.ASSERT_FAILURE, message == null ? "assertion failed" : message);
        }
        return Flow.ON;
    }

    Flow diagnostics(PlStatement.GetDiagnostics statement, PlFrame frame) {
        if (statement.stacked() && frame.caught == null) {
            throw new PgException(
                    SqlState.STACKED_DIAGNOSTICS_ACCESSED_WITHOUT_ACTIVE_HANDLER,
                    "GET STACKED DIAGNOSTICS cannot be used outside an exception handler");
        }
        for (PlStatement.Item item : statement.items()) {
            if (item.name().equals("row_count")) {
                interpreter.values().assign(frame, item.target(), frame.rowCount, SqlType.of(Oids.INT8));
            } else {
                String text = text(item.name(), statement.line(), frame);
                interpreter
                        .values()
                        .assign(frame, item.target(), Utf8.of(text == null ? "" : text), SqlType.of(Oids.TEXT));
            }
        }
        return Flow.ON;
    }

    private String text(String item, int line, PlFrame frame) {
        if (item.equals("pg_context")) {
            return "PL/pgSQL function %s line %d at GET DIAGNOSTICS"
                    .formatted(interpreter.body().title(), line);
        }
        Report report = frame.caught.report();
        return switch (item) {
            case "returned_sqlstate" -> report.code();
            case "message_text" -> report.message();
            case "pg_exception_detail" -> report.detail();
            case "pg_exception_hint" -> report.hint();
            case "pg_exception_context" -> report.where();
            case "column_name" -> report.column();
            case "constraint_name" -> report.constraint();
            case "pg_datatype_name" -> report.dataType();
            case "table_name" -> report.table();
            default -> report.schema();
        };
    }
}
