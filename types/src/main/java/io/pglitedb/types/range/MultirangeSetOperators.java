package io.pglitedb.types.range;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgMultirange;
import io.pglitedb.types.value.PgRange;
import java.util.ArrayList;
import java.util.List;

/// Union, difference and intersection of multiranges.
public final class MultirangeSetOperators {
    private MultirangeSetOperators() {}

    @Prosrc("multirange_union")
    public static PgMultirange union(CallContext call, PgMultirange left, PgMultirange right) {
        List<PgRange> all = new ArrayList<>(left.ranges());
        all.addAll(right.ranges());
        return RangeTypes.of(call, left).make(all);
    }

    @Prosrc("multirange_minus")
    public static PgMultirange minus(CallContext call, PgMultirange left, PgMultirange right) {
        MultirangeValueType multirangeType = RangeTypes.of(call, left);
        RangeValueType type = multirangeType.rangeType();
        List<PgRange> result = new ArrayList<>();
        for (PgRange each : left.ranges()) {
            PgRange rest = each;
            for (PgRange taken : right.ranges()) {
                if (RangeAlgebra.overlaps(type, rest, taken)) {
                    result.add(RangeAlgebra.partBefore(type, rest, taken));
                    rest = RangeAlgebra.partBehind(type, rest, taken);
                }
            }
            result.add(rest);
        }
        return multirangeType.make(result);
    }

    /// Both are sorted: each step leaves behind the range that ends first.
    @Prosrc({"multirange_intersect", "multirange_intersect_agg_transfn"})
    public static PgMultirange intersect(CallContext call, PgMultirange left, PgMultirange right) {
        MultirangeValueType multirangeType = RangeTypes.of(call, left);
        RangeValueType type = multirangeType.rangeType();
        List<PgRange> result = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.ranges().size() && j < right.ranges().size()) {
            PgRange a = left.ranges().get(i);
            PgRange b = right.ranges().get(j);
            result.add(RangeAlgebra.intersect(type, a, b));
            if (RangeAlgebra.endsNoLater(type, a, b)) {
                i++;
            } else {
                j++;
            }
        }
        return multirangeType.make(result);
    }
}
