package io.pglitedb.types.json.path;

import io.pglitedb.types.TypeNames;
import io.pglitedb.types.datetime.StandardDateTime;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Utf8;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.Map;

/// Results of datetime() in one evaluation: to the outside they are strings, to the path they are dates and
/// times.
final class PathDateTimes {
    private final Map<Jsonb, StandardDateTime> known = new IdentityHashMap<>();
    /// Null when values without a zone must not be compared with those that have one.
    private final ZoneId zone;

    PathDateTimes(ZoneId zone) {
        this.zone = zone;
    }

    /// @param template null for ISO 8601
    Jsonb make(Jsonb item, Utf8 template) {
        if (!(item instanceof Jsonb.Str(Utf8 text)) || isKnown(item)) {
            throw PathEvaluator.error(
                    SqlState.INVALID_ARGUMENT_FOR_SQL_JSON_DATETIME_FUNCTION,
                    "jsonpath item method .datetime() can only be applied to a string");
        }
        StandardDateTime value;
        try {
            value = template == null
                    ? StandardDateTime.parseIso(text.toString())
                    : StandardDateTime.parse(text.toString(), template.toString());
        } catch (PgException e) {
            throw new PathError(e);
        }
        if (value == null) {
            throw new PathError(new PgException(
                            SqlState.INVALID_ARGUMENT_FOR_SQL_JSON_DATETIME_FUNCTION,
                            "datetime format is not recognized: \"%s\"".formatted(text))
                    .hint("Use a datetime template argument to specify the input data format."));
        }
        Jsonb result = new Jsonb.Str(Utf8.of(value.text()));
        known.put(result, value);
        return result;
    }

    boolean isKnown(Jsonb item) {
        return known.containsKey(item);
    }

    String typeName(Jsonb item) {
        return TypeNames.of(known.get(item).typeOid());
    }

    /// Null when the two cannot be compared.
    Integer compare(Jsonb left, Jsonb right) {
        return isKnown(left) && isKnown(right) ? known.get(left).compare(known.get(right), zone) : null;
    }
}
