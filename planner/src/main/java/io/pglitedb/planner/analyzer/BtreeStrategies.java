package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What operators mean in btree families. Source: PostgreSQL's get_op_btree_interpretation.
final class BtreeStrategies {
    static final int NONE = 0;
    static final int LESS = 1;
    static final int LESS_EQUAL = 2;
    static final int EQUAL = 3;
    static final int GREATER_EQUAL = 4;
    static final int GREATER = 5;
    /// No family has `<>`: it is what negates an equality.
    static final int UNEQUAL = 6;

    private BtreeStrategies() {}

    /// The first strategy that all operators have in some family, else NONE.
    static int common(CatalogView catalog, List<Integer> operators) {
        Set<Integer> common = new TreeSet<>(of(catalog, operators.getFirst()));
        operators.forEach(operator -> common.retainAll(of(catalog, operator)));
        return common.isEmpty() ? NONE : common.iterator().next();
    }

    private static Set<Integer> of(CatalogView catalog, int operator) {
        Set<Integer> strategies = new TreeSet<>();
        for (OperatorFamilyDef.Member member : catalog.familiesOf(operator)) {
            if (member.method() == OperatorClasses.BTREE) {
                strategies.add(member.strategy());
            }
        }
        if (strategies.isEmpty()) {
            OperatorDef definition = catalog.operator(operator);
            if (definition.negator() != 0 && family(catalog, definition.negator(), EQUAL) != 0) {
                strategies.add(UNEQUAL);
            }
        }
        return strategies;
    }

    /// OID of the first btree family in which the operator has that strategy, 0 when there is none.
    static int family(CatalogView catalog, int operator, int strategy) {
        return catalog.familiesOf(operator).stream()
                .filter(member -> member.method() == OperatorClasses.BTREE && member.strategy() == strategy)
                .map(OperatorFamilyDef.Member::family)
                .findFirst()
                .orElse(0);
    }
}
