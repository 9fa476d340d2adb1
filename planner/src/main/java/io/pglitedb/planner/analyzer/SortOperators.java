package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// `<`, `=` and `>` of a type's default ordering, taken by name from pg_catalog until operator classes can be
/// asked for.
final class SortOperators {
    record Operators(int less, int equal, int greater, boolean hashable) {}

    private SortOperators() {}

    static Operators find(ParseState state, int type, boolean ordering, int location) {
        int input = inputType(state.types(), state.types().baseType(type));
        OperatorDef less = operator(state, "<", input);
        OperatorDef equal = operator(state, "=", input);
        OperatorDef greater = operator(state, ">", input);
        if (ordering && (less == null || greater == null || equal == null)) {
            throw new PgException(
                            SqlState.UNDEFINED_FUNCTION,
                            "could not identify an ordering operator for type %s"
                                    .formatted(state.types().name(type)))
                    .hint("Use an explicit ordering operator or modify the query.")
                    .at(location + 1);
        }
        if (equal == null) {
            throw new PgException(
                            SqlState.UNDEFINED_FUNCTION,
                            "could not identify an equality operator for type %s"
                                    .formatted(state.types().name(type)))
                    .at(location + 1);
        }
        return new Operators(
                less == null ? NONE : less.oid(), equal.oid(), greater == null ? NONE : greater.oid(), equal.canHash());
    }

    private static OperatorDef operator(ParseState state, String name, int type) {
        return OperatorResolver.findExact(state, List.of("pg_catalog", name), type, type);
    }

    /// The type that the operator class of `type` is declared on.
    private static int inputType(TypeRules types, int type) {
        if (types.trueArrayElement(type) != NONE) {
            return ANYARRAY;
        }
        if (types.isEnum(type)) {
            return ANYENUM;
        }
        if (types.isRange(type)) {
            return ANYRANGE;
        }
        if (types.isMultirange(type)) {
            return ANYMULTIRANGE;
        }
        return switch (type) {
            case VARCHAR, UNKNOWN -> TEXT;
            case CIDR -> INET;
            default -> types.isRowType(type) ? RECORD : type;
        };
    }
}
