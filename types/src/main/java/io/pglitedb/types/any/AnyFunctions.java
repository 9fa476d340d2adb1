package io.pglitedb.types.any;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import java.util.Arrays;
import java.util.Objects;

/// num_nulls, pg_typeof, pg_column_size.
public final class AnyFunctions {
    /// Bytes of the length word of a value without a fixed size.
    private static final int LENGTH_WORD = 4;

    private AnyFunctions() {}

    @Prosrc("pg_num_nulls")
    public static Integer nullCount(Object[] values) {
        return values == null
                ? null
                : (Integer) (int) Arrays.stream(values).filter(Objects::isNull).count();
    }

    @Prosrc("pg_num_nonnulls")
    public static Integer nonNullCount(Object[] values) {
        return values == null
                ? null
                : (Integer) (int) Arrays.stream(values).filter(Objects::nonNull).count();
    }

    @Prosrc("pg_typeof")
    public static Integer typeOf(CallContext call, Object value) {
        return call.argumentType(0).oid();
    }

    /// As this database stores it.
    @Prosrc("pg_column_size")
    public static int size(CallContext call, Object value) {
        ValueType type = call.session().type(call.argumentType(0).oid());
        if (type.storedSize() >= 0) {
            return type.storedSize();
        }
        ByteWriter stored = new ByteWriter();
        type.store(value, stored);
        return LENGTH_WORD + stored.toByteArray().length;
    }
}
