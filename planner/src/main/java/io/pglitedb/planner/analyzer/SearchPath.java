package io.pglitedb.planner.analyzer;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Where a possibly qualified name is looked for.
final class SearchPath {
    private SearchPath() {}

    /// OIDs of the schemas to look in, first ones first: the one that is written, or the search path.
    static List<Integer> of(ParseState state, List<String> name) {
        if (name.size() == 1) {
            return state.catalog().searchPath();
        }
        return List.of(schema(state, name));
    }

    /// The same for functions and operators, which are never found in the temporary schema without its name.
    static List<Integer> ofRoutines(ParseState state, List<String> name) {
        List<Integer> path = of(state, name);
        int temporary = name.size() > 1 ? 0 : state.catalog().namespace("pg_temp");
        return temporary == 0 || !path.contains(temporary)
                ? path
                : path.stream().filter(schema -> schema != temporary).toList();
    }

    /// The schema of a name with two or three parts.
    static int schema(ParseState state, List<String> name) {
        if (name.size() > 3) {
            throw new PgException(
                    SqlState.SYNTAX_ERROR,
                    "improper qualified name (too many dotted names): " + String.join(".", name));
        }
        if (name.size() == 3 && !name.getFirst().equals(state.catalog().databaseName())) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cross-database references are not implemented: " + String.join(".", name));
        }
        String schema = name.get(name.size() - 2);
        int oid = state.catalog().namespace(schema);
        if (oid == 0) {
            throw new PgException(SqlState.INVALID_SCHEMA_NAME, "schema \"%s\" does not exist".formatted(schema));
        }
        requireUsable(state, oid, schema);
        return oid;
    }

    /// 42501 when the current role may not look into the schema.
    static void requireUsable(ParseState state, int oid, String schema) {
        if (!state.catalog().mayUse(oid)) {
            throw new PgException(SqlState.INSUFFICIENT_PRIVILEGE, "permission denied for schema %s".formatted(schema));
        }
    }
}
