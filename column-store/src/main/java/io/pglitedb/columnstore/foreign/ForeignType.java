package io.pglitedb.columnstore.foreign;

import io.pglitedb.columnstore.encoding.LittleEndian;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.datetime.DateTimes;
import io.pglitedb.types.numeric.NumericText;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;

/// A column of a file as an SQL type.
///
/// @param carrier makes one of the physical value (Boolean, Integer, Long, Float, Double or byte[])
record ForeignType(SqlType type, UnaryOperator<Object> carrier) {
    private static final int BOOL = 16;
    private static final int BYTEA = 17;
    private static final int INT8 = 20;
    private static final int INT2 = 21;
    private static final int INT4 = 23;
    private static final int TEXT = 25;
    private static final int JSON = 114;
    private static final int FLOAT4 = 700;
    private static final int FLOAT8 = 701;
    private static final int DATE = 1082;
    private static final int TIME = 1083;
    private static final int TIMESTAMP = 1114;
    private static final int TIMESTAMPTZ = 1184;
    private static final int NUMERIC = 1700;
    private static final int UUID_OID = 2950;
    private static final long EPOCH_MICROS = DateTimes.UNIX_TO_EPOCH_DAYS * DateTimes.MICROS_PER_DAY;
    private static final long INT96_EPOCH_JULIAN = DateTimes.EPOCH_JULIAN;

    private static ForeignType of(int oid, UnaryOperator<Object> carrier) {
        return new ForeignType(SqlType.of(oid), carrier);
    }

    static ForeignType of(SchemaElement column) {
        LogicalType logical = column.isSetLogicalType() ? column.getLogicalType() : legacy(column);
        if (logical != null && logical.isSetDECIMAL()) {
            return decimal(
                    logical.getDECIMAL().getPrecision(), logical.getDECIMAL().getScale());
        }
        return switch (column.getType()) {
            case BOOLEAN -> of(BOOL, value -> value);
            case INT32 -> int32(logical);
            case INT64 -> int64(logical);
            case INT96 -> of(TIMESTAMP, value -> int96((byte[]) value));
            case FLOAT -> of(FLOAT4, value -> value);
            case DOUBLE -> of(FLOAT8, value -> value);
            case BYTE_ARRAY -> bytes(logical);
            case FIXED_LEN_BYTE_ARRAY ->
                logical != null && logical.isSetUUID()
                        ? of(UUID_OID, value -> uuid((byte[]) value))
                        : of(BYTEA, value -> new Bytes((byte[]) value));
        };
    }

    /// What files before logical types say; null for what is as well without.
    private static LogicalType legacy(SchemaElement column) {
        ConvertedType converted = column.getConverted_type();
        if (converted == null) {
            return null;
        }
        return LegacyTypes.logical(converted, column);
    }

    private static ForeignType decimal(int precision, int scale) {
        SqlType type = new SqlType(NUMERIC, NumericText.typmod(precision, scale));
        return new ForeignType(
                type,
                value -> Numeric.of(
                        value instanceof byte[] bytes
                                ? new BigDecimal(new BigInteger(bytes), scale)
                                : BigDecimal.valueOf(((Number) value).longValue(), scale)));
    }

    private static ForeignType int32(LogicalType logical) {
        if (logical == null) {
            return of(INT4, value -> value);
        }
        if (logical.isSetDATE()) {
            return of(DATE, value -> Math.subtractExact((Integer) value, DateTimes.UNIX_TO_EPOCH_DAYS));
        }
        if (logical.isSetTIME()) {
            return of(TIME, value -> (Integer) value * 1000L);
        }
        if (!logical.isSetINTEGER() || logical.getINTEGER().getBitWidth() > 16) {
            boolean unsigned = logical.isSetINTEGER() && !logical.getINTEGER().isIsSigned();
            return unsigned ? of(INT8, value -> Integer.toUnsignedLong((Integer) value)) : of(INT4, value -> value);
        }
        boolean wide = logical.getINTEGER().getBitWidth() == 16
                && !logical.getINTEGER().isIsSigned();
        return wide ? of(INT4, value -> value) : of(INT2, value -> ((Integer) value).shortValue());
    }

    private static ForeignType int64(LogicalType logical) {
        if (logical == null) {
            return of(INT8, value -> value);
        }
        if (logical.isSetTIMESTAMP()) {
            TimeUnit unit = logical.getTIMESTAMP().getUnit();
            int oid = logical.getTIMESTAMP().isIsAdjustedToUTC() ? TIMESTAMPTZ : TIMESTAMP;
            return of(oid, value -> Math.subtractExact(micros((Long) value, unit), EPOCH_MICROS));
        }
        if (logical.isSetTIME()) {
            return of(TIME, value -> micros((Long) value, logical.getTIME().getUnit()));
        }
        if (logical.isSetINTEGER() && !logical.getINTEGER().isIsSigned()) {
            return of(NUMERIC, value -> Numeric.of(new BigInteger(Long.toUnsignedString((Long) value))));
        }
        return of(INT8, value -> value);
    }

    private static long micros(long value, TimeUnit unit) {
        if (unit.isSetMILLIS()) {
            return Math.multiplyExact(value, 1000);
        }
        return unit.isSetNANOS() ? Math.floorDiv(value, 1000) : value;
    }

    /// Nanoseconds of the day int64, Julian day int32.
    private static Object int96(byte[] value) {
        long nanos = LittleEndian.getLong(value, 0);
        long day = LittleEndian.getInt(value, Long.BYTES) - INT96_EPOCH_JULIAN;
        return Math.addExact(Math.multiplyExact(day, DateTimes.MICROS_PER_DAY), Math.floorDiv(nanos, 1000));
    }

    private static ForeignType bytes(LogicalType logical) {
        if (logical == null || logical.isSetBSON()) {
            return of(BYTEA, value -> new Bytes((byte[]) value));
        }
        return of(logical.isSetJSON() ? JSON : TEXT, value -> new Utf8((byte[]) value));
    }

    private static UUID uuid(byte[] value) {
        ByteReader in = new ByteReader(value);
        return new UUID(in.getLong(), in.getLong());
    }
}
