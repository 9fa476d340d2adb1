package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Finds tables, views and the like by name.
final class Relations {
    private Relations() {}

    /// Null when there is none; `schema` null for the search path.
    static TableDef find(ParseState state, String schema, String name) {
        if (schema != null) {
            int namespace = state.catalog().namespace(schema);
            if (namespace == 0) {
                return null;
            }
            SearchPath.requireUsable(state, namespace, schema);
            return state.catalog().table(namespace, name);
        }
        for (int namespace : state.catalog().searchPath()) {
            TableDef table = state.catalog().table(namespace, name);
            if (table != null) {
                return table;
            }
        }
        return null;
    }

    static TableDef require(ParseState state, RangeVar relation) {
        if (relation.catalog() != null
                && !relation.catalog().equals(state.catalog().databaseName())) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "cross-database references are not implemented: \"%s.%s.%s\""
                                    .formatted(relation.catalog(), relation.schema(), relation.relation()))
                    .at(relation.location() + 1);
        }
        TableDef table;
        try {
            table = find(state, relation.schema(), relation.relation());
        } catch (PgException denied) {
            throw denied.at(relation.location() + 1);
        }
        if (table != null) {
            return table;
        }
        PgException missing = missing(relation.schema(), relation.relation()).at(relation.location() + 1);
        if (relation.schema() == null && CommonTableAnalyzer.isFuture(state, relation.relation())) {
            missing.detail("There is a WITH item named \"%s\", but it cannot be referenced from this part of the query."
                            .formatted(relation.relation()))
                    .hint("Use WITH RECURSIVE, or re-order the WITH items to remove forward references.");
        }
        throw missing;
    }

    static PgException missing(String schema, String name) {
        return new PgException(
                SqlState.UNDEFINED_TABLE,
                "relation \"%s\" does not exist".formatted(schema == null ? name : schema + "." + name));
    }
}
