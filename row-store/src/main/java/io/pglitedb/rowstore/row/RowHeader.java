package io.pglitedb.rowstore.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// First bytes of a stored row: | writer's transaction id int64 | flags int8, 0 |. The body follows.
public final class RowHeader {
    public static final int LENGTH = 9;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private RowHeader() {}

    public static long transactionId(byte[] row, int offset) {
        return (long) LONG.get(row, offset);
    }

    public static void put(byte[] row, int offset, long transactionId) {
        LONG.set(row, offset, transactionId);
        row[offset + Long.BYTES] = 0;
    }
}
