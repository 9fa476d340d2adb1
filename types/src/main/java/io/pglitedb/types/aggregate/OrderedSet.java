package io.pglitedb.types.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rows of one group of an ordered-set aggregate. Changed in place.
public final class OrderedSet {
    private final Comparator<Object[]> order;
    private final List<Object[]> rows = new ArrayList<>();
    private boolean sorted = true;

    /// @param order of WITHIN GROUP, direction and place of nulls included; the columns are the aggregated
    ///     arguments
    public OrderedSet(Comparator<Object[]> order) {
        this.order = order;
    }

    void add(Object[] row) {
        rows.add(row);
        sorted = false;
    }

    int size() {
        return rows.size();
    }

    List<Object[]> sorted() {
        if (!sorted) {
            rows.sort(order);
            sorted = true;
        }
        return rows;
    }

    boolean isPeer(Object[] left, Object[] right) {
        return order.compare(left, right) == 0;
    }

    /// Rows that come before the given one.
    int countBefore(Object[] row) {
        return (int) rows.stream().filter(each -> order.compare(each, row) < 0).count();
    }

    /// Rows that come before the given one or are its peers.
    int countUpTo(Object[] row) {
        return (int) rows.stream().filter(each -> order.compare(each, row) <= 0).count();
    }

    /// Groups of peers that come before the given row.
    int countGroupsBefore(Object[] row) {
        int groups = 0;
        Object[] last = null;
        for (Object[] each : sorted()) {
            if (order.compare(each, row) >= 0) {
                break;
            }
            groups += last == null || !isPeer(last, each) ? 1 : 0;
            last = each;
        }
        return groups;
    }
}
