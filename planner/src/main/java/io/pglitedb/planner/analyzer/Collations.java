package io.pglitedb.planner.analyzer;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Collations by name.
final class Collations {
    /// OID of collation "default"
    static final int DEFAULT = 100;
    /// OID of collation "C"
    static final int C = 950;

    private Collations() {}

    static String name(ParseState state, int collation) {
        return collation == 0 ? null : state.catalog().collation(collation).name();
    }

    static int find(ParseState state, List<String> name, int location) {
        for (int namespace : SearchPath.of(state, name)) {
            int oid = state.catalog().collation(namespace, name.getLast());
            if (oid != 0) {
                return oid;
            }
        }
        throw new PgException(
                        SqlState.UNDEFINED_OBJECT,
                        "collation \"%s\" for encoding \"UTF8\" does not exist".formatted(String.join(".", name)))
                .at(location + 1);
    }
}
