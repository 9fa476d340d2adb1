package io.pglitedb.executor.definition;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.tiering.TieringPolicy;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// WITH (…) of relations, as pg_class.reloptions keeps it. Source of the rules: PostgreSQL's transformRelOptions
/// and parse_one_reloption.
public final class RelationOptions {
    public static final char TABLE = 'h';
    public static final char VIEW = 'v';
    public static final char COLUMN = 'c';
    /// Of partitioned tables, which have none.
    public static final char PARTITIONED = 'p';

    private static final char TOAST = 't';

    private final char place;

    /// @param place as [StorageOption#places]
    public RelationOptions(char place) {
        this.place = place;
    }

    /// Of a relation that is there.
    ///
    /// @param kind pg_class.relkind
    public static RelationOptions of(char kind) {
        return new RelationOptions(
                switch (kind) {
                    case 'v' -> VIEW;
                    case 'p' -> PARTITIONED;
                    default -> TABLE;
                });
    }

    /// Of indexes of an access method.
    public static RelationOptions ofIndex(String accessMethod) {
        return new RelationOptions(
                switch (accessMethod) {
                    case "hash" -> 'H';
                    case "gist" -> 'g';
                    case "spgist" -> 's';
                    case "gin" -> 'n';
                    case "brin" -> 'B';
                    default -> 'b';
                });
    }

    /// `name=value`; an option without a value is true. 22023 for what the place does not have.
    public List<String> texts(List<DefElem> options) {
        List<String> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (DefElem option : options) {
            boolean toast = "toast".equals(option.namespace()) && place == TABLE;
            if (option.namespace() != null && !toast) {
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "unrecognized parameter namespace \"%s\"".formatted(option.namespace()));
            }
            String name = option.name().toLowerCase(Locale.ROOT);
            String value = text(option);
            if (name.equals("oids") && place == TABLE && !toast) {
                if (isTrue(value)) {
                    throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED, "tables declared WITH OIDS are not supported");
                }
                continue;
            }
            if (!seen.add(option.namespace() + "." + name)) {
                throw invalid("parameter \"%s\" specified more than once".formatted(name));
            }
            check(StorageOption.find(name, toast ? TOAST : place), option.name(), value);
            if (!toast) {
                texts.add(name + "=" + value);
            }
        }
        return texts;
    }

    private static boolean isTrue(String value) {
        return Boolean.TRUE.equals(flag(value));
    }

    /// Null for what is no truth value.
    private static Boolean flag(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (word.isEmpty() || word.equals("o")) {
            return null;
        }
        if (word.equals("1") || "true".startsWith(word) || "yes".startsWith(word) || word.equals("on")) {
            return true;
        }
        return word.equals("0") || "false".startsWith(word) || "no".startsWith(word) || "off".startsWith(word)
                ? Boolean.FALSE
                : null;
    }

    /// Null for what is no number.
    private static Double number(String value) {
        try {
            return Double.valueOf(value);
        } catch (NumberFormatException bad) {
            return null;
        }
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    private static void check(StorageOption option, String name, String value) {
        switch (option) {
            case null -> throw invalid("unrecognized parameter \"%s\"".formatted(name));
            case StorageOption.Flag ignored -> {
                if (flag(value) == null) {
                    throw invalid("invalid value for boolean option \"%s\": %s".formatted(name, value));
                }
            }
            case StorageOption.Whole(var _, var _, int min, int max) -> {
                Double number = number(value);
                if (number == null) {
                    throw invalid("invalid value for integer option \"%s\": %s".formatted(name, value));
                }
                requireWithin(name, value, number, min, max, Integer.toString(min), Integer.toString(max));
            }
            case StorageOption.Span ignored -> TieringPolicy.requireColdAfter(value);
            case StorageOption.Real(var _, var _, double min, double max) -> {
                Double number = number(value);
                if (number == null) {
                    throw invalid("invalid value for floating point option \"%s\": %s".formatted(name, value));
                }
                requireWithin(name, value, number, min, max, "%f".formatted(min), "%f".formatted(max));
            }
            case StorageOption.Choice(var _, var _, List<String> values) -> {
                if (!values.contains(value.toLowerCase(Locale.ROOT))) {
                    String allowed = String.join(
                            ", ",
                            values.stream()
                                    .limit(3)
                                    .map(each -> "\"" + each + "\"")
                                    .toList());
                    int last = allowed.lastIndexOf(", ");
                    throw invalid("invalid value for enum option \"%s\": %s".formatted(name, value))
                            .detail("Valid values are %s and %s."
                                    .formatted(
                                            values.size() == 2
                                                    ? allowed.substring(0, last)
                                                    : allowed.substring(0, last) + ",",
                                            allowed.substring(last + 2)));
                }
            }
        }
    }

    private static void requireWithin(
            String name, String value, double number, double min, double max, String minText, String maxText) {
        if (number < min || number > max) {
            throw invalid("value %s out of bounds for option \"%s\"".formatted(value, name))
                    .detail("Valid values are between \"%s\" and \"%s\".".formatted(minText, maxText));
        }
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
    public List<String> changed(List<String> before, boolean reset, List<DefElem> options) {
        List<String> after = new ArrayList<>(before);
        for (DefElem option : options) {
            if (reset && option.value() != null) {
                throw new PgException(SqlState.SYNTAX_ERROR, "RESET must not include values for parameters");
            }
            String name = option.name().toLowerCase(Locale.ROOT);
            if (option.namespace() == null) {
                after.removeIf(text -> text.startsWith(name + "="));
            }
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
