package io.pglitedb.types.json;

import static io.pglitedb.types.json.JsonbFunctions.invalid;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// Making jsonb out of jsonb: ||, -, #-, jsonb_set, jsonb_insert. Source: `jsonfuncs.c`.
public final class JsonbEditing {
    private JsonbEditing() {}

    private enum Operation {
        DELETE,
        REPLACE,
        CREATE,
        INSERT_BEFORE,
        INSERT_AFTER
    }

    @Prosrc("jsonb_concat")
    public static Jsonb concatenate(Jsonb left, Jsonb right) {
        if (left instanceof Jsonb.Obj a && right instanceof Jsonb.Obj b) {
            TreeMap<Utf8, Jsonb> members = members(a);
            members.putAll(members(b));
            return JsonbTrees.object(members);
        }
        List<Jsonb> elements = new ArrayList<>(JsonbTrees.elements(left));
        elements.addAll(JsonbTrees.elements(right));
        return new Jsonb.Arr(List.copyOf(elements));
    }

    private static TreeMap<Utf8, Jsonb> members(Jsonb.Obj object) {
        TreeMap<Utf8, Jsonb> members = new TreeMap<>(Jsonb.KEY_ORDER);
        for (int i = 0; i < object.keys().size(); i++) {
            members.put(object.keys().get(i), object.values().get(i));
        }
        return members;
    }

    @Prosrc("jsonb_delete")
    public static Jsonb delete(Jsonb json, Utf8 key) {
        return deleteKeys(json, List.of(key));
    }

    @Prosrc("jsonb_delete_array")
    public static Jsonb delete(Jsonb json, PgArray keys) {
        if (keys.dimensions().length > 1) {
            throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
        }
        return deleteKeys(json, Arrays.asList(keys.elements()));
    }

    private static Jsonb deleteKeys(Jsonb json, List<?> keys) {
        return switch (json) {
            case Jsonb.Obj object -> {
                TreeMap<Utf8, Jsonb> members = members(object);
                keys.forEach(key -> {
                    if (key != null) {
                        members.remove((Utf8) key);
                    }
                });
                yield JsonbTrees.object(members);
            }
            case Jsonb.Arr(List<Jsonb> elements) ->
                new Jsonb.Arr(elements.stream()
                        .filter(each -> !(each instanceof Jsonb.Str(Utf8 string) && keys.contains(string)))
                        .toList());
            default -> throw invalid("cannot delete from scalar");
        };
    }

    @Prosrc("jsonb_delete_idx")
    public static Jsonb delete(Jsonb json, int index) {
        return switch (json) {
            case Jsonb.Obj _ -> throw invalid("cannot delete from object using integer index");
            case Jsonb.Arr(List<Jsonb> elements) -> {
                long at = index < 0 ? (long) index + elements.size() : index;
                if (at < 0 || at >= elements.size()) {
                    yield json;
                }
                List<Jsonb> kept = new ArrayList<>(elements);
                kept.remove((int) at);
                yield new Jsonb.Arr(kept);
            }
            default -> throw invalid("cannot delete from scalar");
        };
    }

    @Prosrc("jsonb_delete_path")
    public static Jsonb deletePath(Jsonb json, PgArray path) {
        return edit(json, path, null, Operation.DELETE, "cannot delete path in scalar");
    }

    @Prosrc("jsonb_set")
    public static Jsonb set(Jsonb json, PgArray path, Jsonb replacement, boolean create) {
        return edit(
                json, path, replacement, create ? Operation.CREATE : Operation.REPLACE, "cannot set path in scalar");
    }

    @Prosrc("jsonb_set_lax")
    public static Jsonb setLax(Jsonb json, PgArray path, Jsonb replacement, Boolean create, Utf8 nullTreatment) {
        if (json == null || path == null || create == null) {
            return null;
        }
        if (nullTreatment == null) {
            throw invalidTreatment();
        }
        if (replacement != null) {
            return set(json, path, replacement, create);
        }
        return switch (nullTreatment.toString()) {
            case "raise_exception" ->
                throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "JSON value must not be null")
                        .detail("Exception was raised because null_value_treatment is \"raise_exception\".")
                        .hint("To avoid, either change the null_value_treatment argument"
                                + " or ensure that an SQL NULL is not passed.");
            case "return_target" -> json;
            case "delete_key" -> deletePath(json, path);
            case "use_json_null" -> set(json, path, Jsonb.Null.NULL, create);
            default -> throw invalidTreatment();
        };
    }

    private static PgException invalidTreatment() {
        return invalid("null_value_treatment must be \"delete_key\", \"return_target\", \"use_json_null\","
                + " or \"raise_exception\"");
    }

    @Prosrc("jsonb_insert")
    public static Jsonb insert(Jsonb json, PgArray path, Jsonb value, boolean after) {
        return edit(
                json,
                path,
                value,
                after ? Operation.INSERT_AFTER : Operation.INSERT_BEFORE,
                "cannot set path in scalar");
    }

    private static Jsonb edit(Jsonb json, PgArray path, Jsonb value, Operation operation, String scalarMessage) {
        if (path.dimensions().length > 1) {
            throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
        }
        if (json.isScalar()) {
            throw invalid(scalarMessage);
        }
        boolean empty = json instanceof Jsonb.Arr(List<Jsonb> elements) && elements.isEmpty()
                || json instanceof Jsonb.Obj object && object.keys().isEmpty();
        if (path.elements().length == 0 || empty && (operation == Operation.REPLACE || operation == Operation.DELETE)) {
            return json;
        }
        return edit(json, path.elements(), 0, value, operation);
    }

    private static Jsonb edit(Jsonb json, Object[] path, int level, Jsonb value, Operation operation) {
        if (!json.isScalar() && path[level] == null) {
            throw new PgException(
                    SqlState.NULL_VALUE_NOT_ALLOWED, "path element at position %d is null".formatted(level + 1));
        }
        return switch (json) {
            case Jsonb.Obj object -> editObject(object, path, level, value, operation);
            case Jsonb.Arr(List<Jsonb> elements) -> editArray(elements, path, level, value, operation);
            default -> json;
        };
    }

    private static Jsonb editObject(Jsonb.Obj object, Object[] path, int level, Jsonb value, Operation operation) {
        Utf8 key = (Utf8) path[level];
        boolean last = level == path.length - 1;
        Jsonb old = object.get(key);
        TreeMap<Utf8, Jsonb> members = members(object);
        if (!last) {
            if (old == null) {
                return object;
            }
            members.put(key, edit(old, path, level + 1, value, operation));
            return JsonbTrees.object(members);
        }
        switch (operation) {
            case DELETE -> members.remove(key);
            case REPLACE -> {
                if (old != null) {
                    members.put(key, value);
                }
            }
            case CREATE -> members.put(key, value);
            case INSERT_BEFORE, INSERT_AFTER -> {
                if (old != null) {
                    throw invalid("cannot replace existing key")
                            .hint("Try using the function jsonb_set to replace key value.");
                }
                members.put(key, value);
            }
        }
        return JsonbTrees.object(members);
    }

    private static Jsonb editArray(List<Jsonb> elements, Object[] path, int level, Jsonb value, Operation operation) {
        Integer given = JsonbFunctions.index((Utf8) path[level]);
        if (given == null) {
            throw new PgException(
                    SqlState.INVALID_TEXT_REPRESENTATION,
                    "path element at position %d is not an integer: \"%s\"".formatted(level + 1, path[level]));
        }
        long index = given < 0 ? (long) given + elements.size() : given;
        boolean last = level == path.length - 1;
        List<Jsonb> edited = new ArrayList<>(elements);
        if (index >= 0 && index < elements.size()) {
            int at = (int) index;
            if (!last) {
                edited.set(at, edit(elements.get(at), path, level + 1, value, operation));
            } else {
                switch (operation) {
                    case DELETE -> edited.remove(at);
                    case REPLACE, CREATE -> edited.set(at, value);
                    case INSERT_BEFORE -> edited.add(at, value);
                    case INSERT_AFTER -> edited.add(at + 1, value);
                }
            }
        } else if (last && operation != Operation.DELETE && operation != Operation.REPLACE) {
            edited.add(index < 0 ? 0 : edited.size(), value);
        }
        return new Jsonb.Arr(edited);
    }

    @Prosrc("jsonb_strip_nulls")
    public static Jsonb stripNulls(Jsonb json) {
        return switch (json) {
            case Jsonb.Obj object -> {
                TreeMap<Utf8, Jsonb> members = members(object);
                members.values().removeIf(each -> each instanceof Jsonb.Null);
                members.replaceAll((key, each) -> stripNulls(each));
                yield JsonbTrees.object(members);
            }
            case Jsonb.Arr(List<Jsonb> elements) ->
                new Jsonb.Arr(elements.stream().map(JsonbEditing::stripNulls).toList());
            default -> json;
        };
    }
}
