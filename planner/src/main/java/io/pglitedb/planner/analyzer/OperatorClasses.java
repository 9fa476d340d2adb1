package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Operator classes by name. Source: PostgreSQL's get_opclass_oid.
final class OperatorClasses {
    /// OID of access method btree
    static final int BTREE = 403;

    private OperatorClasses() {}

    /// OID; 42704 when the access method has no such class.
    static int find(ParseState state, int method, String methodName, List<String> name) {
        for (int namespace : SearchPath.of(state, name)) {
            OperatorClassDef found = state.catalog().operatorClass(method, namespace, name.getLast());
            if (found != null) {
                return found.oid();
            }
        }
        throw new PgException(
                SqlState.UNDEFINED_OBJECT,
                "operator class \"%s\" does not exist for access method \"%s\""
                        .formatted(String.join(".", name), methodName));
    }
}
