package io.pglitedb.types.json.path;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionFamily;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Jsonb;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// jsonb_path_exists and its kin, @? and @@. The `_tz` variants may compare times without a zone with those that
/// have one: they take the session's.
public final class PathFunctions implements FunctionFamily {
    private static final ZoneId NO_ZONE = null;

    @Override
    public List<Class<?>> classes() {
        return List.of(PathFunctions.class);
    }

    private static PathEvaluator evaluator(Jsonb target, JsonPath path, Jsonb vars, ZoneId zone) {
        if (!(vars instanceof Jsonb.Obj variables)) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "\"vars\" argument is not an object")
                    .detail("Jsonpath parameters should be encoded as key-value pairs of \"vars\" object.");
        }
        return new PathEvaluator(path, target, variables, zone);
    }

    /// When silent, an error ends the results: those before it stay.
    private static List<Jsonb> results(Jsonb target, JsonPath path, Jsonb vars, boolean silent, ZoneId zone) {
        List<Jsonb> results = new ArrayList<>();
        try {
            evaluator(target, path, vars, zone).run(results::add);
        } catch (PathError error) {
            if (!silent) {
                throw error.reported();
            }
        }
        return results;
    }

    private static Boolean exists(Jsonb target, JsonPath path, Jsonb vars, boolean silent, ZoneId zone) {
        PathEvaluator evaluator = evaluator(target, path, vars, zone);
        try {
            return evaluator.yieldsAny();
        } catch (PathError error) {
            if (!silent) {
                throw error.reported();
            }
            return null;
        }
    }

    @Prosrc("jsonb_path_exists")
    public static Boolean exists(Jsonb target, JsonPath path, Jsonb vars, boolean silent) {
        return exists(target, path, vars, silent, NO_ZONE);
    }

    @Prosrc("jsonb_path_exists_tz")
    public static Boolean exists(CallContext call, Jsonb target, JsonPath path, Jsonb vars, boolean silent) {
        return exists(target, path, vars, silent, call.session().timeZone());
    }

    @Prosrc("jsonb_path_exists_opr")
    public static Boolean exists(Jsonb target, JsonPath path) {
        return exists(target, path, Jsonb.EMPTY_OBJECT, true, NO_ZONE);
    }

    private static Boolean match(List<Jsonb> results, boolean silent) {
        if (results.size() == 1) {
            if (results.getFirst() instanceof Jsonb.Bool(boolean truth)) {
                return truth;
            }
            if (results.getFirst() instanceof Jsonb.Null) {
                return null;
            }
        }
        if (!silent) {
            throw new PgException(SqlState.SINGLETON_SQL_JSON_ITEM_REQUIRED, "single boolean result is expected");
        }
        return null;
    }

    @Prosrc("jsonb_path_match")
    public static Boolean match(Jsonb target, JsonPath path, Jsonb vars, boolean silent) {
        return match(results(target, path, vars, silent, NO_ZONE), silent);
    }

    @Prosrc("jsonb_path_match_tz")
    public static Boolean match(CallContext call, Jsonb target, JsonPath path, Jsonb vars, boolean silent) {
        return match(results(target, path, vars, silent, call.session().timeZone()), silent);
    }

    @Prosrc("jsonb_path_match_opr")
    public static Boolean match(Jsonb target, JsonPath path) {
        return match(target, path, Jsonb.EMPTY_OBJECT, true);
    }

    @Prosrc("jsonb_path_query")
    public static Iterator<Object> query(Jsonb target, JsonPath path, Jsonb vars, boolean silent) {
        return List.<Object>copyOf(results(target, path, vars, silent, NO_ZONE)).iterator();
    }

    @Prosrc("jsonb_path_query_tz")
    public static Iterator<Object> query(CallContext call, Jsonb target, JsonPath path, Jsonb vars, boolean silent) {
        return List.<Object>copyOf(
                        results(target, path, vars, silent, call.session().timeZone()))
                .iterator();
    }

    @Prosrc("jsonb_path_query_array")
    public static Jsonb queryArray(Jsonb target, JsonPath path, Jsonb vars, boolean silent) {
        return new Jsonb.Arr(results(target, path, vars, silent, NO_ZONE));
    }

    @Prosrc("jsonb_path_query_array_tz")
    public static Jsonb queryArray(CallContext call, Jsonb target, JsonPath path, Jsonb vars, boolean silent) {
        return new Jsonb.Arr(results(target, path, vars, silent, call.session().timeZone()));
    }

    private static Jsonb first(List<Jsonb> results) {
        return results.isEmpty() ? null : results.getFirst();
    }

    @Prosrc("jsonb_path_query_first")
    public static Jsonb queryFirst(Jsonb target, JsonPath path, Jsonb vars, boolean silent) {
        return first(results(target, path, vars, silent, NO_ZONE));
    }

    @Prosrc("jsonb_path_query_first_tz")
    public static Jsonb queryFirst(CallContext call, Jsonb target, JsonPath path, Jsonb vars, boolean silent) {
        return first(results(target, path, vars, silent, call.session().timeZone()));
    }
}
