package io.pglitedb.executor.command.routine;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The options of CREATE FUNCTION and CREATE PROCEDURE. Source of the rules: PostgreSQL's
/// compute_function_attributes.
final class RoutineOptions {
    private static final Set<String> NOT_OF_PROCEDURES =
            Set.of("strict", "volatility", "leakproof", "cost", "rows", "support", "parallel", "window");

    private final Map<String, DefElem> options = new HashMap<>();

    RoutineOptions(List<DefElem> written, boolean procedure) {
        for (DefElem option : written) {
            if (procedure && NOT_OF_PROCEDURES.contains(option.name())) {
                throw new PgException(SqlState.INVALID_FUNCTION_DEFINITION, "invalid attribute in procedure definition")
                        .at(option.location() + 1);
            }
            if (options.put(option.name(), option) != null) {
                throw new PgException(SqlState.SYNTAX_ERROR, "conflicting or redundant options")
                        .at(option.location() + 1);
            }
        }
        for (String name : List.of("set", "transform", "support")) {
            if (options.containsKey(name)) {
                throw PgException.notSupported(name.toUpperCase(java.util.Locale.ROOT) + " of a function");
            }
        }
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    private Object value(String name) {
        DefElem option = options.get(name);
        return option == null ? null : option.value();
    }

    /// Null when none is said.
    String language() {
        return (String) value("language");
    }

    /// The code, or an object file and a symbol in it; empty when none is said.
    @SuppressWarnings("unchecked") // so says the parser
    List<String> code() {
        Object code = value("as");
        return code == null ? List.of() : (List<String>) code;
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(value(name));
    }

    /// i, s or v
    char volatility() {
        String word = (String) value("volatility");
        return word == null ? 'v' : word.charAt(0);
    }

    /// u, r or s
    char parallel() {
        String word = (String) value("parallel");
        return switch (word) {
            case null -> 'u';
            case "safe" -> 's';
            case "unsafe" -> 'u';
            case "restricted" -> 'r';
            default ->
                throw new PgException(
                        SqlState.SYNTAX_ERROR, "parameter \"parallel\" must be SAFE, RESTRICTED, or UNSAFE");
        };
    }

    double cost(double otherwise) {
        return positive("cost", otherwise);
    }

    double rows(boolean set) {
        if (!set && options.containsKey("rows")) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "ROWS is not applicable when function does not return a set");
        }
        return positive("rows", set ? 1000 : 0);
    }

    private double positive(String name, double otherwise) {
        Object value = value(name);
        if (value == null) {
            return otherwise;
        }
        double number = value instanceof DefElem.FloatValue written
                ? Double.parseDouble(written.digits())
                : ((Number) value).doubleValue();
        if (number <= 0) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, name.toUpperCase(java.util.Locale.ROOT) + " must be positive");
        }
        return number;
    }
}
