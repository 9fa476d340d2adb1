package io.pglitedb.types.range;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgRange;

/// Operators of ranges.
public final class RangeOperators {
    private RangeOperators() {}

    @Prosrc("range_cmp")
    public static int compare(CallContext call, PgRange left, PgRange right) {
        return RangeTypes.of(call, left).compare(left, right);
    }

    @Prosrc("range_eq")
    public static boolean equal(CallContext call, PgRange left, PgRange right) {
        return compare(call, left, right) == 0;
    }

    @Prosrc("range_ne")
    public static boolean notEqual(CallContext call, PgRange left, PgRange right) {
        return compare(call, left, right) != 0;
    }

    @Prosrc("range_lt")
    public static boolean less(CallContext call, PgRange left, PgRange right) {
        return compare(call, left, right) < 0;
    }

    @Prosrc("range_le")
    public static boolean lessOrEqual(CallContext call, PgRange left, PgRange right) {
        return compare(call, left, right) <= 0;
    }

    @Prosrc("range_gt")
    public static boolean greater(CallContext call, PgRange left, PgRange right) {
        return compare(call, left, right) > 0;
    }

    @Prosrc("range_ge")
    public static boolean greaterOrEqual(CallContext call, PgRange left, PgRange right) {
        return compare(call, left, right) >= 0;
    }

    @Prosrc("range_overlaps")
    public static boolean overlaps(CallContext call, PgRange left, PgRange right) {
        return RangeAlgebra.overlaps(RangeTypes.of(call, left), left, right);
    }

    @Prosrc("range_contains")
    public static boolean contains(CallContext call, PgRange left, PgRange right) {
        return RangeAlgebra.contains(RangeTypes.of(call, left), left, right);
    }

    @Prosrc("range_contained_by")
    public static boolean containedBy(CallContext call, PgRange left, PgRange right) {
        return RangeAlgebra.contains(RangeTypes.of(call, left), right, left);
    }

    @Prosrc("range_adjacent")
    public static boolean adjacent(CallContext call, PgRange left, PgRange right) {
        return RangeAlgebra.adjacent(RangeTypes.of(call, left), left, right);
    }

    @Prosrc("range_before")
    public static boolean before(CallContext call, PgRange left, PgRange right) {
        return RangeAlgebra.before(RangeTypes.of(call, left), left, right);
    }

    @Prosrc("range_after")
    public static boolean after(CallContext call, PgRange left, PgRange right) {
        return RangeAlgebra.before(RangeTypes.of(call, left), right, left);
    }

    @Prosrc("range_overleft")
    public static boolean endsNoLater(CallContext call, PgRange left, PgRange right) {
        return RangeAlgebra.endsNoLater(RangeTypes.of(call, left), left, right);
    }

    @Prosrc("range_overright")
    public static boolean startsNoEarlier(CallContext call, PgRange left, PgRange right) {
        return RangeAlgebra.startsNoEarlier(RangeTypes.of(call, left), left, right);
    }

    @Prosrc("range_contains_elem")
    public static boolean containsElement(CallContext call, PgRange range, Object element) {
        return RangeAlgebra.containsElement(RangeTypes.of(call, range), range, element);
    }

    @Prosrc("elem_contained_by_range")
    public static boolean elementContained(CallContext call, Object element, PgRange range) {
        return containsElement(call, range, element);
    }

    @Prosrc("range_union")
    public static PgRange union(CallContext call, PgRange left, PgRange right) {
        return RangeAlgebra.union(RangeTypes.of(call, left), left, right);
    }

    @Prosrc("range_merge")
    public static PgRange merge(CallContext call, PgRange left, PgRange right) {
        return RangeAlgebra.merge(RangeTypes.of(call, left), left, right);
    }

    @Prosrc("range_minus")
    public static PgRange minus(CallContext call, PgRange left, PgRange right) {
        return RangeAlgebra.minus(RangeTypes.of(call, left), left, right);
    }

    @Prosrc({"range_intersect", "range_intersect_agg_transfn"})
    public static PgRange intersect(CallContext call, PgRange left, PgRange right) {
        return RangeAlgebra.intersect(RangeTypes.of(call, left), left, right);
    }
}
