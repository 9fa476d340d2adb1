package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// The one type of several expressions: of UNION, CASE, VALUES, COALESCE, ARRAY and the like.
/// Source: PostgreSQL's select_common_type.
final class CommonType {
    private CommonType() {}

    /// @param context names the construct in the error: "CASE", "UNION"; null to get 0 instead of an error
    static int select(TypeRules types, List<? extends Expr> expressions, String context) {
        int first = expressions.getFirst().type();
        int index = 1;
        if (first != UNKNOWN) {
            while (index < expressions.size() && expressions.get(index).type() == first) {
                index++;
            }
            if (index == expressions.size()) {
                return first;
            }
        }
        int type = types.baseType(first);
        char category = types.category(type);
        boolean preferred = type != UNKNOWN && types.isPreferred(category, type);
        for (; index < expressions.size(); index++) {
            Expr next = expressions.get(index);
            int nextType = types.baseType(next.type());
            if (nextType == UNKNOWN || nextType == type) {
                continue;
            }
            char nextCategory = types.category(nextType);
            if (type == UNKNOWN) {
                type = nextType;
                category = nextCategory;
                preferred = types.isPreferred(category, type);
            } else if (nextCategory != category) {
                if (context == null) {
                    return NONE;
                }
                throw new PgException(
                                SqlState.DATATYPE_MISMATCH,
                                "%s types %s and %s cannot be matched"
                                        .formatted(context, types.name(type), types.name(nextType)))
                        .at(next.location() + 1);
            } else if (!preferred
                    && types.canCoerce(type, nextType, TypeRules.Context.IMPLICIT)
                    && !types.canCoerce(nextType, type, TypeRules.Context.IMPLICIT)) {
                type = nextType;
                preferred = types.isPreferred(category, type);
            }
        }
        return type == UNKNOWN ? TEXT : type;
    }

    /// The same over types alone; 0 when there is none.
    static int selectFromTypes(TypeRules types, List<Integer> candidates) {
        int type = candidates.getFirst();
        boolean alike = true;
        for (int candidate : candidates) {
            alike &= candidate == type;
        }
        if (alike && type != UNKNOWN) {
            return type;
        }
        type = types.baseType(type);
        char category = types.category(type);
        boolean preferred = type != UNKNOWN && types.isPreferred(category, type);
        for (int candidate : candidates) {
            int next = types.baseType(candidate);
            if (next == UNKNOWN || next == type) {
                continue;
            }
            if (type == UNKNOWN) {
                type = next;
                category = types.category(next);
                preferred = types.isPreferred(category, type);
            } else if (types.category(next) != category) {
                return NONE;
            } else if (!preferred
                    && types.canCoerce(type, next, TypeRules.Context.IMPLICIT)
                    && !types.canCoerce(next, type, TypeRules.Context.IMPLICIT)) {
                type = next;
                preferred = types.isPreferred(category, type);
            }
        }
        int chosen = type == UNKNOWN ? TEXT : type;
        for (int candidate : candidates) {
            if (!types.canCoerce(candidate, chosen, TypeRules.Context.IMPLICIT)) {
                return NONE;
            }
        }
        return chosen;
    }

    static int typmod(List<? extends Expr> expressions, int type) {
        return Expr.commonTypmod(new ArrayList<>(expressions), type);
    }
}
