package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Operator classes by name and by type. Source: PostgreSQL's get_opclass_oid and GetDefaultOpClass.
final class OperatorClasses {
    /// OID of access method btree
    static final int BTREE = 403;

    /// OID of access method hash
    static final int HASH = 405;

    /// Input types of classes that serve other types too, as those are binary coercible to them.
    private static final List<Integer> SHARED =
            List.of(TEXT, OID, INET, ANYARRAY, ANYENUM, ANYRANGE, ANYMULTIRANGE, RECORD);

    private OperatorClasses() {}

    /// The default class of a type that is no domain; null when there is none.
    static OperatorClassDef defaultOf(TypeRules types, int method, int type) {
        int own = types.catalog().defaultOperatorClass(method, type);
        if (own != NONE) {
            return types.catalog().operatorClass(own);
        }
        for (int shared : SHARED) {
            if (types.isBinaryCoercible(type, shared)) {
                int found = types.catalog().defaultOperatorClass(method, shared);
                if (found != NONE) {
                    return types.catalog().operatorClass(found);
                }
            }
        }
        return null;
    }

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
