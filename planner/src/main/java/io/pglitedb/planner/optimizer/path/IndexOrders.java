package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.planner.optimizer.selectivity.FactsSource;
import io.pglitedb.planner.query.Expr;
import java.util.List;

/// Tells whether the entries of a btree stand in an order that is asked for.
final class IndexOrders {
    private static final int LESS = 1;
    private static final int GREATER = 5;

    private final CatalogView catalog;

    IndexOrders(CatalogView catalog) {
        this.catalog = catalog;
    }

    /// @param keys what the index computes, over leaf variables
    /// @param match of the conditions: keys that are fixed to one value do not matter for the order
    IndexOrder of(IndexDef index, List<Expr> keys, IndexMatch.Match match, List<Order> wanted) {
        if (match.range().any() != null) {
            return IndexOrder.NONE;
        }
        int fixed = match.equalKeys();
        int key = 0;
        boolean forward = true;
        boolean backward = true;
        for (Order order : wanted) {
            while (key < fixed && !matches(index, keys, key, order)) {
                key++;
            }
            if (key >= keys.size() || !matches(index, keys, key, order)) {
                return IndexOrder.NONE;
            }
            IndexDef.Key definition = index.keys().get(key);
            boolean same =
                    definition.descending() == order.descending() && definition.nullsFirst() == order.nullsFirst();
            boolean reverse =
                    definition.descending() != order.descending() && definition.nullsFirst() != order.nullsFirst();
            if (key >= fixed) {
                forward &= same;
                backward &= reverse;
            }
            key++;
        }
        return forward ? IndexOrder.FORWARD : backward ? IndexOrder.BACKWARD : IndexOrder.NONE;
    }

    private boolean matches(IndexDef index, List<Expr> keys, int key, Order order) {
        IndexDef.Key definition = index.keys().get(key);
        Expr wanted = FactsSource.withoutRelabel(order.expression());
        return FactsSource.withoutRelabel(keys.get(key)).equals(wanted)
                && definition.collation() == order.expression().collation()
                && orders(definition, order.operator());
    }

    /// Whether the operator is the `<` or `>` of the key's operator family.
    private boolean orders(IndexDef.Key key, int operator) {
        OperatorClassDef operatorClass = catalog.operatorClass(key.operatorClass());
        for (OperatorFamilyDef.Member member : catalog.familiesOf(operator)) {
            if (operatorClass != null
                    && member.family() == operatorClass.family()
                    && (member.strategy() == LESS || member.strategy() == GREATER)) {
                return true;
            }
        }
        return false;
    }
}
