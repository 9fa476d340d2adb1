package io.pglitedb.catalog.def;

import io.pglitedb.types.value.PgArray;
import java.util.List;
import java.util.Optional;

/// A `pg_proc` row. Letters are PostgreSQL's; an OID of 0 means none.
///
/// @param cost of one call, in units of cpu_operator_cost
/// @param rows estimate for a set-returning function
/// @param variadicElementType 2276 for VARIADIC "any"
/// @param kind `prokind`: f function, p procedure, a aggregate, w window function
/// @param volatility i immutable, s stable, v volatile
/// @param argumentTypes of the input arguments
/// @param argumentNames of the input arguments, one each, empty where unnamed
/// @param allArguments input and output ones in order of declaration; empty when all are inputs
/// @param support OID of the planner support function
/// @param defaults expressions of the last input arguments: SQL text of built-in functions, node tree text of
///     others
/// @param prosrc the name of a built-in implementation or the body; empty when it is not kept
/// @param binary link symbol's file
/// @param sqlBody node tree text of a body that is not a string
/// @param settings `name=value` for the time of the call
/// @param acl aclitem[]; empty for the default privileges
public record FunctionDef(
        int oid,
        String name,
        int namespace,
        int owner,
        int language,
        double cost,
        double rows,
        int variadicElementType,
        int support,
        char kind,
        boolean securityDefiner,
        boolean leakproof,
        boolean strict,
        boolean returnsSet,
        char volatility,
        char parallel,
        int resultType,
        List<Integer> argumentTypes,
        List<String> argumentNames,
        List<Argument> allArguments,
        List<String> defaults,
        String prosrc,
        Optional<String> binary,
        Optional<String> sqlBody,
        List<String> settings,
        Optional<PgArray> acl) {
    /// @param mode i in, o out, b in and out, v variadic, t table
    /// @param name empty when unnamed
    public record Argument(char mode, String name, int type) {}

    public FunctionDef {
        argumentTypes = List.copyOf(argumentTypes);
        argumentNames = List.copyOf(argumentNames);
        allArguments = List.copyOf(allArguments);
        defaults = List.copyOf(defaults);
        settings = List.copyOf(settings);
    }

    public int defaultCount() {
        return defaults.size();
    }
}
