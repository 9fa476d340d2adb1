package io.pglitedb.types.json;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/// Subscripting of jsonb: `json['a'][1]` and assignment to it, which unlike `jsonb_set` makes the whole path and
/// fills gaps of arrays with null. Subscripts are texts, or integers for elements of arrays.
public final class JsonbSubscripts {
    private JsonbSubscripts() {}

    /// Null where there is nothing. No subscript is null.
    public static Jsonb fetch(Jsonb json, Object[] path) {
        Jsonb at = json;
        for (Object step : path) {
            at = switch (at) {
                case Jsonb.Obj object -> object.get(text(step));
                case Jsonb.Arr(List<Jsonb> elements) -> {
                    Integer given = index(step);
                    long index = given == null ? -1 : given < 0 ? (long) given + elements.size() : given;
                    yield index < 0 || index >= elements.size() ? null : elements.get((int) index);
                }
                default -> null;
            };
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    /// @param json null for SQL NULL: then what the first subscript asks for is made
    /// @param value null for SQL NULL, which is stored as the JSON null
    public static Jsonb assign(Jsonb json, Object[] path, Jsonb value) {
        Jsonb container = json != null ? json : path[0] instanceof Integer ? Jsonb.EMPTY_ARRAY : Jsonb.EMPTY_OBJECT;
        return assign(container, path, 0, value == null ? Jsonb.Null.NULL : value);
    }

    private static Jsonb assign(Jsonb container, Object[] path, int level, Jsonb value) {
        if (level == path.length) {
            return value;
        }
        return switch (container) {
            case Jsonb.Obj object -> {
                TreeMap<Utf8, Jsonb> members = new TreeMap<>(Jsonb.KEY_ORDER);
                for (int i = 0; i < object.keys().size(); i++) {
                    members.put(object.keys().get(i), object.values().get(i));
                }
                Utf8 key = text(path[level]);
                Jsonb old = object.get(key);
                members.put(key, old == null ? make(path, level + 1, value) : assign(old, path, level + 1, value));
                yield JsonbTrees.object(members);
            }
            case Jsonb.Arr(List<Jsonb> elements) -> assignElement(elements, path, level, value);
            default ->
                throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "cannot replace existing key")
                        .detail("The path assumes key is a composite object, but it is a scalar value.");
        };
    }

    private static Jsonb assignElement(List<Jsonb> elements, Object[] path, int level, Jsonb value) {
        Integer given = index(path[level]);
        if (given == null) {
            throw new PgException(
                    SqlState.INVALID_TEXT_REPRESENTATION,
                    "path element at position %d is not an integer: \"%s\"".formatted(level + 1, path[level]));
        }
        long index = given < 0 ? (long) given + elements.size() : given;
        if (index < 0) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "path element at position %d is out of range: %d".formatted(level + 1, given));
        }
        List<Jsonb> changed = new ArrayList<>(elements);
        if (index < elements.size()) {
            changed.set((int) index, assign(elements.get((int) index), path, level + 1, value));
        } else {
            changed.addAll(Collections.nCopies((int) index - elements.size(), Jsonb.Null.NULL));
            changed.add(make(path, level + 1, value));
        }
        return new Jsonb.Arr(changed);
    }

    /// The containers that the rest of the path asks for, around the value.
    private static Jsonb make(Object[] path, int level, Jsonb value) {
        if (level == path.length) {
            return value;
        }
        return assign(index(path[level]) == null ? Jsonb.EMPTY_OBJECT : Jsonb.EMPTY_ARRAY, path, level, value);
    }

    private static Utf8 text(Object step) {
        return step instanceof Utf8 text ? text : Utf8.of(step.toString());
    }

    private static Integer index(Object step) {
        return step instanceof Integer number ? number : JsonbFunctions.index((Utf8) step);
    }
}
