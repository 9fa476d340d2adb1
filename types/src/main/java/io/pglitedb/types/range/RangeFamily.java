package io.pglitedb.types.range;

import io.pglitedb.types.Oids;
import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.datetime.DateType;
import io.pglitedb.types.datetime.TimestampType;
import io.pglitedb.types.datetime.TimestampTzType;
import io.pglitedb.types.function.FunctionFamily;
import io.pglitedb.types.integer.Int4Type;
import io.pglitedb.types.integer.Int8Type;
import io.pglitedb.types.numeric.NumericType;
import java.util.List;

/// The built-in range and multirange types.
public final class RangeFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        RangeValueType int4 = RangeValueType.discrete(Oids.INT4RANGE, new Int4Type(), Discrete.INT4);
        RangeValueType int8 = RangeValueType.discrete(Oids.INT8RANGE, new Int8Type(), Discrete.INT8);
        RangeValueType date = RangeValueType.discrete(Oids.DATERANGE, DateType.DATE, Discrete.DATE);
        RangeValueType numeric = RangeValueType.continuous(Oids.NUMRANGE, new NumericType());
        RangeValueType timestamp = RangeValueType.continuous(Oids.TSRANGE, TimestampType.TIMESTAMP);
        RangeValueType timestampTz = RangeValueType.continuous(Oids.TSTZRANGE, TimestampTzType.TIMESTAMPTZ);
        return List.of(
                int4,
                int8,
                date,
                numeric,
                timestamp,
                timestampTz,
                new MultirangeValueType(Oids.INT4MULTIRANGE, int4),
                new MultirangeValueType(Oids.INT8MULTIRANGE, int8),
                new MultirangeValueType(Oids.DATEMULTIRANGE, date),
                new MultirangeValueType(Oids.NUMMULTIRANGE, numeric),
                new MultirangeValueType(Oids.TSMULTIRANGE, timestamp),
                new MultirangeValueType(Oids.TSTZMULTIRANGE, timestampTz));
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(
                MultirangeFunctions.class,
                MultirangeOperators.class,
                MultirangeSetOperators.class,
                RangeAggregates.class,
                RangeFunctions.class,
                RangeHash.class,
                RangeOperators.class,
                RangeSupport.class);
    }
}
