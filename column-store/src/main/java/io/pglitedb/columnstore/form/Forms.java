package io.pglitedb.columnstore.form;

import io.pglitedb.types.SqlType;
import io.pglitedb.types.UnorderedType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.datetime.DateTimes;
import io.pglitedb.types.numeric.NumericText;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;
import java.util.UUID;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.IntType;
import org.apache.parquet.format.JsonType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;

/// The form of a type, as `package-info` lists them.
public final class Forms {
    private static final int JSON = 114;
    private static final int BPCHAR = 1042;
    private static final int DATE = 1082;
    private static final int TIME = 1083;
    private static final int TIMESTAMP = 1114;
    private static final int TIMESTAMPTZ = 1184;
    private static final TimeUnit MICROS = TimeUnit.MICROS(new MicroSeconds());
    private static final long UNIX_TO_EPOCH_MICROS = DateTimes.UNIX_TO_EPOCH_DAYS * DateTimes.MICROS_PER_DAY;

    private Forms() {}

    /// Whether values must be seen first: a numeric without a modifier may hold anything.
    public static boolean dependsOnValues(SqlType type, ValueType values) {
        return values.carrier() == Numeric.class && declaredDecimal(type) == null;
    }

    /// For a column that is about to be written.
    ///
    /// @param sample carriers, for a type whose form `dependsOnValues`
    public static ColumnForm toWrite(SqlType type, ValueType values, List<Object> sample) {
        if (values.carrier() != Numeric.class) {
            return ofType(type, values);
        }
        DecimalType declared = declaredDecimal(type);
        return declared != null ? decimal(declared) : SampledDecimal.choose(values, sample);
    }

    /// For a column of a file.
    ///
    /// @param logical null for none
    public static ColumnForm toRead(SqlType type, ValueType values, LogicalType logical) {
        if (values.carrier() != Numeric.class) {
            return ofType(type, values);
        }
        return logical != null && logical.isSetDECIMAL() ? decimal(logical.getDECIMAL()) : new StoredForm(values);
    }

    static ColumnForm decimal(DecimalType type) {
        return type.precision <= DecimalForm.PRECISION_MAX
                ? new DecimalForm(type.precision, type.scale)
                : new WideDecimalForm(type.precision, type.scale);
    }

    /// Null for numerics that have no precision and scale, or ones that Parquet does not know.
    private static DecimalType declaredDecimal(SqlType type) {
        if (type.typmod() < 0) {
            return null;
        }
        int precision = NumericText.precision(type.typmod());
        int scale = NumericText.scale(type.typmod());
        boolean known = precision <= WideDecimalForm.PRECISION_MAX && scale >= 0 && scale <= precision;
        return known ? new DecimalType(scale, precision) : null;
    }

    private static ColumnForm ofType(SqlType type, ValueType values) {
        Class<?> carrier = values.carrier();
        VectorForm vector = VectorForm.of(values);
        return switch (type.oid()) {
            case DATE -> days();
            case TIME -> micros(LogicalType.TIME(new TimeType(false, MICROS)), 0, DateTimes.MICROS_PER_DAY - 1);
            case TIMESTAMP -> instant(false);
            case TIMESTAMPTZ -> instant(true);
            default ->
                switch (vector) {
                    case BOOLEAN, BYTE, SHORT, INTEGER, LONG -> integer(vector, values);
                    case FLOAT, DOUBLE -> new FloatForm(vector);
                    case UTF8, BYTES -> text(type, values);
                    case NUMERIC -> throw new IllegalStateException("numerics have forms of their own");
                    case OBJECT -> object(carrier, values);
                };
        };
    }

    private static ColumnForm object(Class<?> carrier, ValueType values) {
        return carrier == UUID.class
                ? new UuidForm(values)
                : carrier == Jsonb.class ? new JsonbForm() : new StoredForm(values);
    }

    private static IntegerForm days() {
        return new IntegerForm(
                VectorForm.INTEGER,
                Physical.INT32,
                LogicalType.DATE(new DateType()),
                DateTimes.UNIX_TO_EPOCH_DAYS,
                Integer.MIN_VALUE + 1,
                (long) Integer.MAX_VALUE - DateTimes.UNIX_TO_EPOCH_DAYS,
                ColumnForm.Order.SIGNED,
                true);
    }

    private static IntegerForm instant(boolean utc) {
        LogicalType logical = LogicalType.TIMESTAMP(new TimestampType(utc, MICROS));
        return new IntegerForm(
                VectorForm.LONG,
                Physical.INT64,
                logical,
                UNIX_TO_EPOCH_MICROS,
                Long.MIN_VALUE + 1,
                Long.MAX_VALUE - 1 - UNIX_TO_EPOCH_MICROS,
                ColumnForm.Order.SIGNED,
                true);
    }

    private static IntegerForm micros(LogicalType logical, long least, long most) {
        return new IntegerForm(VectorForm.LONG, Physical.INT64, logical, 0, least, most, ColumnForm.Order.SIGNED, true);
    }

    private static IntegerForm integer(VectorForm vector, ValueType values) {
        boolean ordered = !(values instanceof UnorderedType);
        Physical physical = switch (vector) {
            case BOOLEAN -> Physical.BOOLEAN;
            case LONG -> Physical.INT64;
            default -> Physical.INT32;
        };
        int bits = vector == VectorForm.BYTE ? 8 : vector == VectorForm.SHORT ? 16 : physical.bytes() * 8;
        boolean signed = !ordered || vector == VectorForm.BOOLEAN || leastIsNegative(vector, values);
        LogicalType logical = bits == 0 ? null : LogicalType.INTEGER(new IntType((byte) bits, signed || bits < 32));
        return new IntegerForm(
                vector,
                physical,
                logical,
                0,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                signed ? ColumnForm.Order.SIGNED : ColumnForm.Order.UNSIGNED,
                ordered);
    }

    /// Asks the type: oid, xid8, pg_lsn, macaddr and some more count a set sign bit as large.
    private static boolean leastIsNegative(VectorForm vector, ValueType values) {
        return switch (vector) {
            case BYTE -> values.compare((byte) -1, (byte) 0) < 0;
            case SHORT -> values.compare((short) -1, (short) 0) < 0;
            case INTEGER -> values.compare(-1, 0) < 0;
            default -> values.compare(-1L, 0L) < 0;
        };
    }

    private static TextForm text(SqlType type, ValueType values) {
        VectorForm vector = VectorForm.of(values);
        boolean sqlOrder = type.oid() != BPCHAR && !(values instanceof UnorderedType);
        LogicalType logical = values.carrier() == Bytes.class
                ? null
                : type.oid() == JSON ? LogicalType.JSON(new JsonType()) : LogicalType.STRING(new StringType());
        assert values.carrier() == Utf8.class || values.carrier() == Bytes.class;
        return new TextForm(vector, logical, sqlOrder);
    }
}
