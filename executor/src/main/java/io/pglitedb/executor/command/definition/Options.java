package io.pglitedb.executor.command.definition;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A definition's `name = value` pairs by name in lower case; the last of two counts. Source of the readings:
/// PostgreSQL's defGetString, defGetBoolean …
public final class Options {
    private final Map<String, DefElem> byName = new HashMap<>();

    /// @param unknown gets each one that is not `known`
    public Options(List<DefElem> definition, Set<String> known, Consumer<DefElem> unknown) {
        for (DefElem element : definition) {
            if (known.contains(element.name())) {
                byName.put(element.name(), element);
            } else {
                unknown.accept(element);
            }
        }
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    private Object value(String name) {
        DefElem element = byName.get(name);
        if (element.value() == null) {
            throw new PgException(SqlState.SYNTAX_ERROR, "%s requires a parameter".formatted(name));
        }
        return element.value();
    }

    /// Null when it is not given.
    public String text(String name) {
        if (!has(name)) {
            return null;
        }
        return switch (value(name)) {
            case String text -> text;
            case Integer number -> number.toString();
            case Boolean flag -> flag ? "true" : "false";
            case DefElem.FloatValue(String digits) -> digits;
            case TypeName type -> String.join(".", type.names());
            case List<?> names ->
                String.join(".", names.stream().map(String::valueOf).toList());
            default -> throw new PgException(SqlState.SYNTAX_ERROR, "%s requires a parameter".formatted(name));
        };
    }

    /// Of a function, an operator, a class; empty when it is not given.
    public List<String> name(String name) {
        if (!has(name)) {
            return List.of();
        }
        return switch (value(name)) {
            case String text -> List.of(text);
            case TypeName type -> type.names();
            case List<?> names -> names.stream().map(String::valueOf).toList();
            default -> throw new PgException(SqlState.SYNTAX_ERROR, "argument of %s must be a name".formatted(name));
        };
    }

    /// Null when it is not given; errors about it point nowhere.
    public TypeName type(String name) {
        if (!has(name)) {
            return null;
        }
        return switch (value(name)) {
            case TypeName type ->
                new TypeName(
                        type.names(),
                        type.setOf(),
                        type.percentType(),
                        type.typmods(),
                        type.intervalMask(),
                        type.arrayBounds(),
                        -1);
            case String text -> new TypeName(List.of(text), false, false, List.of(), -1, List.of(), -1);
            default ->
                throw new PgException(SqlState.SYNTAX_ERROR, "argument of %s must be a type name".formatted(name));
        };
    }

    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        Object value = byName.get(name).value();
        if (value == null) {
            return true;
        }
        return switch (text(name).toLowerCase(Locale.ROOT)) {
            case "true", "on", "1" -> true;
            case "false", "off", "0" -> false;
            default -> throw new PgException(SqlState.SYNTAX_ERROR, "%s requires a Boolean value".formatted(name));
        };
    }

    public int number(String name, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (value(name) instanceof Integer number) {
            return number;
        }
        throw new PgException(SqlState.SYNTAX_ERROR, "%s requires an integer value".formatted(name));
    }
}
