package io.pglitedb.columnstore.foreign;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.EnumType;
import org.apache.parquet.format.IntType;
import org.apache.parquet.format.JsonType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;

/// Converted types, the older way to say what logical types say.
final class LegacyTypes {
    private static final TimeUnit MILLIS = TimeUnit.MILLIS(new MilliSeconds());
    private static final TimeUnit MICROS = TimeUnit.MICROS(new MicroSeconds());

    private LegacyTypes() {}

    /// Null for what says nothing of a single value.
    static LogicalType logical(ConvertedType converted, SchemaElement column) {
        return switch (converted) {
            case UTF8 -> LogicalType.STRING(new StringType());
            case ENUM -> LogicalType.ENUM(new EnumType());
            case JSON -> LogicalType.JSON(new JsonType());
            case DECIMAL -> LogicalType.DECIMAL(new DecimalType(column.getScale(), column.getPrecision()));
            case DATE -> LogicalType.DATE(new DateType());
            case TIME_MILLIS -> LogicalType.TIME(new TimeType(true, MILLIS));
            case TIME_MICROS -> LogicalType.TIME(new TimeType(true, MICROS));
            case TIMESTAMP_MILLIS -> LogicalType.TIMESTAMP(new TimestampType(true, MILLIS));
            case TIMESTAMP_MICROS -> LogicalType.TIMESTAMP(new TimestampType(true, MICROS));
            case UINT_8 -> integer(8, false);
            case UINT_16 -> integer(16, false);
            case UINT_32 -> integer(32, false);
            case UINT_64 -> integer(64, false);
            case INT_8 -> integer(8, true);
            case INT_16 -> integer(16, true);
            case INT_32 -> integer(32, true);
            case INT_64 -> integer(64, true);
            case BSON, INTERVAL, MAP, MAP_KEY_VALUE, LIST -> null;
        };
    }

    private static LogicalType integer(int bits, boolean signed) {
        return LogicalType.INTEGER(new IntType((byte) bits, signed));
    }
}
