package io.pglitedb.types.range;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgMultirange;
import io.pglitedb.types.value.PgRange;
import java.util.ArrayList;
import java.util.List;

/// range_agg: the union of ranges or multiranges. The state is the list of ranges so far.
public final class RangeAggregates {
    private RangeAggregates() {}

    @SuppressWarnings("unchecked")
    private static List<PgRange> ranges(Object state) {
        return state == null ? new ArrayList<>() : (List<PgRange>) state;
    }

    @Prosrc("range_agg_transfn")
    public static Object add(Object state, PgRange range) {
        List<PgRange> ranges = ranges(state);
        if (range != null) {
            ranges.add(range);
        }
        return ranges;
    }

    /// An empty multirange counts as an empty range: the result is then not NULL.
    @Prosrc("multirange_agg_transfn")
    public static Object add(CallContext call, Object state, PgMultirange multirange) {
        List<PgRange> ranges = ranges(state);
        if (multirange != null) {
            if (multirange.isEmpty()) {
                ranges.add(RangeTypes.of(call, multirange).rangeType().empty());
            } else {
                ranges.addAll(multirange.ranges());
            }
        }
        return ranges;
    }

    /// @param dummy tells the type only
    @Prosrc("range_agg_finalfn")
    public static PgMultirange result(CallContext call, Object state, Object dummy) {
        List<PgRange> ranges = ranges(state);
        return ranges.isEmpty()
                ? null
                : ((MultirangeValueType) call.session().type(call.resultType().oid())).make(ranges);
    }
}
