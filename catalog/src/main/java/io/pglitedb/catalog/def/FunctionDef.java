package io.pglitedb.catalog.def;

import java.util.List;

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
/// @param defaults expressions of the last input arguments, as text
/// @param prosrc the name of a built-in implementation or the body; empty when it is not kept
public record FunctionDef(
        int oid,
        String name,
        int namespace,
        int language,
        double cost,
        double rows,
        int variadicElementType,
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
        String prosrc) {
    /// @param mode i in, o out, b in and out, v variadic, t table
    /// @param name empty when unnamed
    public record Argument(char mode, String name, int type) {}

    public FunctionDef {
        argumentTypes = List.copyOf(argumentTypes);
        argumentNames = List.copyOf(argumentNames);
        allArguments = List.copyOf(allArguments);
        defaults = List.copyOf(defaults);
    }

    public int defaultCount() {
        return defaults.size();
    }
}
