package io.pglitedb.types.range;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgMultirange;
import io.pglitedb.types.value.PgRange;

/// Relations of multiranges, to each other and to ranges. An empty one is in no relation but containment.
public final class MultirangeOperators {
    private MultirangeOperators() {}

    @Prosrc("multirange_cmp")
    public static int compare(CallContext call, PgMultirange left, PgMultirange right) {
        return RangeTypes.of(call, left).compare(left, right);
    }

    @Prosrc("multirange_eq")
    public static boolean equal(CallContext call, PgMultirange left, PgMultirange right) {
        return compare(call, left, right) == 0;
    }

    @Prosrc("multirange_ne")
    public static boolean notEqual(CallContext call, PgMultirange left, PgMultirange right) {
        return compare(call, left, right) != 0;
    }

    @Prosrc("multirange_lt")
    public static boolean less(CallContext call, PgMultirange left, PgMultirange right) {
        return compare(call, left, right) < 0;
    }

    @Prosrc("multirange_le")
    public static boolean lessOrEqual(CallContext call, PgMultirange left, PgMultirange right) {
        return compare(call, left, right) <= 0;
    }

    @Prosrc("multirange_gt")
    public static boolean greater(CallContext call, PgMultirange left, PgMultirange right) {
        return compare(call, left, right) > 0;
    }

    @Prosrc("multirange_ge")
    public static boolean greaterOrEqual(CallContext call, PgMultirange left, PgMultirange right) {
        return compare(call, left, right) >= 0;
    }

    private static RangeValueType type(CallContext call, PgMultirange multirange) {
        return RangeTypes.of(call, multirange).rangeType();
    }

    private static PgRange first(RangeValueType type, PgMultirange multirange) {
        return multirange.isEmpty() ? type.empty() : multirange.first();
    }

    private static PgRange last(RangeValueType type, PgMultirange multirange) {
        return multirange.isEmpty() ? type.empty() : multirange.last();
    }

    private static boolean overlaps(RangeValueType type, PgMultirange left, PgRange right) {
        return left.ranges().stream().anyMatch(each -> RangeAlgebra.overlaps(type, each, right));
    }

    private static boolean contains(RangeValueType type, PgMultirange outer, PgRange inner) {
        return inner.empty() || outer.ranges().stream().anyMatch(each -> RangeAlgebra.contains(type, each, inner));
    }

    /// The range holds both ends, and so all between.
    private static boolean contains(RangeValueType type, PgRange outer, PgMultirange inner) {
        return inner.isEmpty()
                || RangeAlgebra.contains(type, outer, inner.first())
                        && RangeAlgebra.contains(type, outer, inner.last());
    }

    /// Whether the end of one touches the start of the other.
    private static boolean touch(RangeValueType type, PgRange earlier, PgRange later) {
        return !earlier.empty() && !later.empty() && RangeAlgebra.touch(type, type.upper(earlier), type.lower(later));
    }

    @Prosrc("multirange_overlaps_range")
    public static boolean overlaps(CallContext call, PgMultirange left, PgRange right) {
        return overlaps(type(call, left), left, right);
    }

    @Prosrc("range_overlaps_multirange")
    public static boolean overlaps(CallContext call, PgRange left, PgMultirange right) {
        return overlaps(type(call, right), right, left);
    }

    @Prosrc("multirange_overlaps_multirange")
    public static boolean overlaps(CallContext call, PgMultirange left, PgMultirange right) {
        RangeValueType type = type(call, left);
        return right.ranges().stream().anyMatch(each -> overlaps(type, left, each));
    }

    @Prosrc("multirange_contains_elem")
    public static boolean containsElement(CallContext call, PgMultirange multirange, Object element) {
        RangeValueType type = type(call, multirange);
        return multirange.ranges().stream().anyMatch(each -> RangeAlgebra.containsElement(type, each, element));
    }

    @Prosrc("elem_contained_by_multirange")
    public static boolean elementContained(CallContext call, Object element, PgMultirange multirange) {
        return containsElement(call, multirange, element);
    }

    @Prosrc("multirange_contains_range")
    public static boolean contains(CallContext call, PgMultirange left, PgRange right) {
        return contains(type(call, left), left, right);
    }

    @Prosrc("range_contained_by_multirange")
    public static boolean containedBy(CallContext call, PgRange left, PgMultirange right) {
        return contains(type(call, right), right, left);
    }

    @Prosrc("range_contains_multirange")
    public static boolean contains(CallContext call, PgRange left, PgMultirange right) {
        return contains(type(call, right), left, right);
    }

    @Prosrc("multirange_contained_by_range")
    public static boolean containedBy(CallContext call, PgMultirange left, PgRange right) {
        return contains(type(call, left), right, left);
    }

    @Prosrc("multirange_contains_multirange")
    public static boolean contains(CallContext call, PgMultirange left, PgMultirange right) {
        RangeValueType type = type(call, left);
        return right.ranges().stream().allMatch(each -> contains(type, left, each));
    }

    @Prosrc("multirange_contained_by_multirange")
    public static boolean containedBy(CallContext call, PgMultirange left, PgMultirange right) {
        return contains(call, right, left);
    }

    @Prosrc("multirange_before_range")
    public static boolean before(CallContext call, PgMultirange left, PgRange right) {
        RangeValueType type = type(call, left);
        return RangeAlgebra.before(type, last(type, left), right);
    }

    @Prosrc("range_before_multirange")
    public static boolean before(CallContext call, PgRange left, PgMultirange right) {
        RangeValueType type = type(call, right);
        return RangeAlgebra.before(type, left, first(type, right));
    }

    @Prosrc("multirange_before_multirange")
    public static boolean before(CallContext call, PgMultirange left, PgMultirange right) {
        RangeValueType type = type(call, left);
        return RangeAlgebra.before(type, last(type, left), first(type, right));
    }

    @Prosrc("multirange_after_range")
    public static boolean after(CallContext call, PgMultirange left, PgRange right) {
        RangeValueType type = type(call, left);
        return RangeAlgebra.before(type, right, first(type, left));
    }

    @Prosrc("range_after_multirange")
    public static boolean after(CallContext call, PgRange left, PgMultirange right) {
        RangeValueType type = type(call, right);
        return RangeAlgebra.before(type, last(type, right), left);
    }

    @Prosrc("multirange_after_multirange")
    public static boolean after(CallContext call, PgMultirange left, PgMultirange right) {
        RangeValueType type = type(call, left);
        return RangeAlgebra.before(type, last(type, right), first(type, left));
    }

    @Prosrc("multirange_overleft_range")
    public static boolean endsNoLater(CallContext call, PgMultirange left, PgRange right) {
        RangeValueType type = type(call, left);
        return RangeAlgebra.endsNoLater(type, last(type, left), right);
    }

    @Prosrc("range_overleft_multirange")
    public static boolean endsNoLater(CallContext call, PgRange left, PgMultirange right) {
        RangeValueType type = type(call, right);
        return RangeAlgebra.endsNoLater(type, left, last(type, right));
    }

    @Prosrc("multirange_overleft_multirange")
    public static boolean endsNoLater(CallContext call, PgMultirange left, PgMultirange right) {
        RangeValueType type = type(call, left);
        return RangeAlgebra.endsNoLater(type, last(type, left), last(type, right));
    }

    @Prosrc("multirange_overright_range")
    public static boolean startsNoEarlier(CallContext call, PgMultirange left, PgRange right) {
        RangeValueType type = type(call, left);
        return RangeAlgebra.startsNoEarlier(type, first(type, left), right);
    }

    @Prosrc("range_overright_multirange")
    public static boolean startsNoEarlier(CallContext call, PgRange left, PgMultirange right) {
        RangeValueType type = type(call, right);
        return RangeAlgebra.startsNoEarlier(type, left, first(type, right));
    }

    @Prosrc("multirange_overright_multirange")
    public static boolean startsNoEarlier(CallContext call, PgMultirange left, PgMultirange right) {
        RangeValueType type = type(call, left);
        return RangeAlgebra.startsNoEarlier(type, first(type, left), first(type, right));
    }

    @Prosrc("multirange_adjacent_range")
    public static boolean adjacent(CallContext call, PgMultirange left, PgRange right) {
        RangeValueType type = type(call, left);
        return touch(type, last(type, left), right) || touch(type, right, first(type, left));
    }

    @Prosrc("range_adjacent_multirange")
    public static boolean adjacent(CallContext call, PgRange left, PgMultirange right) {
        RangeValueType type = type(call, right);
        return touch(type, left, first(type, right)) || touch(type, last(type, right), left);
    }

    @Prosrc("multirange_adjacent_multirange")
    public static boolean adjacent(CallContext call, PgMultirange left, PgMultirange right) {
        RangeValueType type = type(call, left);
        return touch(type, last(type, left), first(type, right)) || touch(type, last(type, right), first(type, left));
    }
}
