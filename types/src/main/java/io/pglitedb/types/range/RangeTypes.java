package io.pglitedb.types.range;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.value.PgMultirange;
import io.pglitedb.types.value.PgRange;

/// The types of the values of a call.
final class RangeTypes {
    private RangeTypes() {}

    static RangeValueType of(CallContext call, PgRange range) {
        return (RangeValueType) call.session().type(range.typeOid());
    }

    static MultirangeValueType of(CallContext call, PgMultirange multirange) {
        return (MultirangeValueType) call.session().type(multirange.typeOid());
    }
}
