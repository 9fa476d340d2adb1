package io.pglitedb.executor.row.subplan;

import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.expression.BaseTypes;
import io.pglitedb.executor.row.expression.BoundFunction;
import io.pglitedb.executor.row.expression.FunctionBinder;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.List;

/// `ARRAY(SELECT …)`: the first column of all rows; of arrays, one array with one more dimension.
final class ArrayCollector {
    private final int elementType;
    /// Those of array_agg(anyarray); null when the column's values are no arrays.
    private final BoundFunction transition;
    private final BoundFunction finish;

    /// @param arrayType of the result
    /// @param columnType of the subquery's column
    ArrayCollector(int arrayType, int columnType, FunctionBinder binder) {
        elementType = binder.catalog().type(arrayType).elementType();
        if (BaseTypes.of(binder.catalog(), columnType) == arrayType) {
            SqlType[] types = {SqlType.of(Oids.INTERNAL), SqlType.of(arrayType)};
            CallContext context = new CallContext(binder.session(), types, SqlType.of(arrayType), 0);
            transition = binder.bindBody("array_agg_array_transfn", false, context);
            finish = binder.bindBody("array_agg_array_finalfn", false, context);
        } else {
            transition = null;
            finish = null;
        }
    }

    Object collect(Operator rows) {
        if (transition == null) {
            List<Object> values = new ArrayList<>();
            for (Object[] row = rows.next(); row != null; row = rows.next()) {
                values.add(row[0]);
            }
            return PgArray.of(elementType, values.toArray());
        }
        Object state = null;
        for (Object[] row = rows.next(); row != null; row = rows.next()) {
            state = transition.call(state, row[0]);
        }
        return state == null ? PgArray.empty(elementType) : finish.call(state, null);
    }
}
