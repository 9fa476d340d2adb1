package io.pglitedb.executor.row.key;

import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.SortKey;
import java.util.Comparator;
import java.util.List;

/// The order of ORDER BY.
public final class RowOrder implements Comparator<Object[]> {
    private final int[] slots;
    private final ValueOrder[] orders;
    private final boolean[] descending;
    private final boolean[] nullsFirst;

    public RowOrder(List<SortKey> keys, List<PlanColumn> columns, Operators operators) {
        int count = keys.size();
        slots = new int[count];
        orders = new ValueOrder[count];
        descending = new boolean[count];
        nullsFirst = new boolean[count];
        for (int i = 0; i < count; i++) {
            SortKey key = keys.get(i);
            slots[i] = key.slot();
            orders[i] = operators.order(
                    key.operator(), key.collation(), columns.get(key.slot()).type());
            descending[i] = key.descending();
            nullsFirst[i] = key.nullsFirst();
        }
    }

    @Override
    public int compare(Object[] left, Object[] right) {
        for (int i = 0; i < slots.length; i++) {
            Object a = left[slots[i]];
            Object b = right[slots[i]];
            int order;
            if (a == null || b == null) {
                order = a == b ? 0 : (a == null) == nullsFirst[i] ? -1 : 1;
            } else {
                order = orders[i].compare(a, b);
                order = descending[i] ? -Integer.signum(order) : order;
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
