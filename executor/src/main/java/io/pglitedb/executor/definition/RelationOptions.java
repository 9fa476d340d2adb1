package io.pglitedb.executor.definition;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// WITH (…) of relations, as pg_class.reloptions keeps it.
public final class RelationOptions {
    private RelationOptions() {}

    /// `name=value`; an option without a value is true.
    public static List<String> texts(List<DefElem> options) {
        List<String> texts = new ArrayList<>();
        for (DefElem option : options) {
            if (option.namespace() != null && !option.namespace().equals("toast")) {
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "unrecognized parameter namespace \"%s\"".formatted(option.namespace()));
            }
            if (option.namespace() == null) {
                texts.add(option.name().toLowerCase(Locale.ROOT) + "=" + text(option));
            }
        }
        return texts;
    }

    /// The option's value as SQL text.
    public static String text(DefElem option) {
        return switch (option.value()) {
            case null -> "true";
            case DefElem.FloatValue(String digits) -> digits;
            case TypeName name -> name.names().getLast();
            case List<?> list ->
                String.join(".", list.stream().map(Object::toString).toList());
            default -> option.value().toString();
        };
    }

    /// The options after SET (…) or RESET (…).
    public static List<String> changed(List<String> before, boolean reset, List<DefElem> options) {
        List<String> after = new ArrayList<>(before);
        for (DefElem option : options) {
            String name = option.name().toLowerCase(Locale.ROOT);
            after.removeIf(text -> text.startsWith(name + "="));
        }
        if (!reset) {
            after.addAll(texts(options));
        }
        return after;
    }

    /// As the catalog keeps them: NULL for none.
    public static PgArray array(List<String> options) {
        return options.isEmpty()
                ? null
                : PgArray.of(Oids.TEXT, options.stream().map(Utf8::of).toArray());
    }
}
