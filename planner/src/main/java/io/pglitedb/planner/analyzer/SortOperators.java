package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.function.IntPredicate;

/// `<`, `=` and `>` of a type's default operator classes. Source: PostgreSQL's get_sort_group_operators and
/// typcache.c.
final class SortOperators {
    private static final int HASH_EQUAL = 1;

    record Operators(int less, int equal, int greater, boolean hashable) {}

    /// What an ordering operator is in its btree family.
    ///
    /// @param inputType that the operator is declared on
    record Ordering(OperatorFamilyDef family, int inputType, boolean descending) {
        int equal() {
            return family.operator(inputType, inputType, BtreeStrategies.EQUAL);
        }
    }

    private SortOperators() {}

    static Operators find(ParseState state, int type, boolean ordering, int location) {
        TypeRules types = state.types();
        int base = types.baseType(type);
        OperatorClassDef btree = OperatorClasses.defaultOf(types, OperatorClasses.BTREE, base);
        int less = NONE;
        int equal = NONE;
        int greater = NONE;
        if (btree != null && partsHave(types, base, part -> isSortable(types, part))) {
            less = operator(types, btree, BtreeStrategies.LESS);
            greater = operator(types, btree, BtreeStrategies.GREATER);
        }
        if (btree != null && partsHave(types, base, part -> hasEquality(types, part))) {
            equal = operator(types, btree, BtreeStrategies.EQUAL);
        }
        if (btree == null) {
            OperatorClassDef hash = OperatorClasses.defaultOf(types, OperatorClasses.HASH, base);
            equal = hash == null ? NONE : operator(types, hash, HASH_EQUAL);
        }
        if (ordering && (less == NONE || greater == NONE)) {
            throw missing(state, "an ordering", type, location)
                    .hint("Use an explicit ordering operator or modify the query.");
        }
        if (equal == NONE) {
            throw missing(state, "an equality", type, location);
        }
        return new Operators(less, equal, greater, isHashable(types, equal, base));
    }

    private static PgException missing(ParseState state, String what, int type, int location) {
        return new PgException(
                        SqlState.UNDEFINED_FUNCTION,
                        "could not identify %s operator for type %s"
                                .formatted(what, state.types().name(type)))
                .at(location + 1);
    }

    private static int operator(TypeRules types, OperatorClassDef operatorClass, int strategy) {
        int input = operatorClass.inputType();
        return types.catalog().operatorFamily(operatorClass.family()).operator(input, input, strategy);
    }

    private static boolean isSortable(TypeRules types, int type) {
        int base = types.baseType(type);
        return OperatorClasses.defaultOf(types, OperatorClasses.BTREE, base) != null
                && partsHave(types, base, part -> isSortable(types, part));
    }

    private static boolean hasEquality(TypeRules types, int type) {
        int base = types.baseType(type);
        boolean found = OperatorClasses.defaultOf(types, OperatorClasses.BTREE, base) != null
                || OperatorClasses.defaultOf(types, OperatorClasses.HASH, base) != null;
        return found && partsHave(types, base, part -> hasEquality(types, part));
    }

    /// Whether values of the type can be hashed for that equality operator.
    static boolean isHashable(TypeRules types, int equal, int type) {
        OperatorDef operator = types.catalog().operator(equal);
        return operator.canHash() && partsHave(types, types.baseType(type), part -> canHash(types, part));
    }

    private static boolean canHash(TypeRules types, int type) {
        int base = types.baseType(type);
        return OperatorClasses.defaultOf(types, OperatorClasses.HASH, base) != null
                && partsHave(types, base, part -> canHash(types, part));
    }

    /// Arrays, rows, ranges and multiranges are compared by their parts; true for every other type.
    private static boolean partsHave(TypeRules types, int type, IntPredicate wanted) {
        int element = types.trueArrayElement(type);
        if (element != NONE) {
            return wanted.test(element);
        }
        if (types.isRange(type)) {
            return wanted.test(types.rangeSubtype(type));
        }
        if (types.isMultirange(type)) {
            return wanted.test(types.rangeSubtype(types.rangeOfMultirange(type)));
        }
        List<ColumnDef> columns = CompositeTypes.columns(types, type);
        return columns.stream().allMatch(column -> column.dropped() || wanted.test(column.type()));
    }

    /// Null when the operator orders no btree family.
    static Ordering ordering(CatalogView catalog, int operator) {
        for (OperatorFamilyDef.Member member : catalog.familiesOf(operator)) {
            if (member.method() == OperatorClasses.BTREE
                    && member.leftType() == member.rightType()
                    && (member.strategy() == BtreeStrategies.LESS || member.strategy() == BtreeStrategies.GREATER)) {
                return new Ordering(
                        catalog.operatorFamily(member.family()),
                        member.leftType(),
                        member.strategy() == BtreeStrategies.GREATER);
            }
        }
        return null;
    }
}
