package io.pglitedb.rowstore.key;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Keys of the one column family. Integers are big-endian, so that RocksDB's bytewise order is the order we mean.
/// ```
///   meta   | 01 | name, ASCII                            |
///   row    | 20 | relation int32 | rowid int64           |   rowid >= 0
///   index  | 30 | index int32    | key (IndexKeyCodec)   |
/// ```
/// 10 and 40 are segments': `SegmentKey`.
public final class StoreKey {
    public static final byte META = 0x01;
    public static final byte ROW = 0x20;
    public static final byte INDEX = 0x30;

    /// Key space and number.
    public static final int PREFIX_LENGTH = 5;
    public static final int ROW_LENGTH = 13;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private StoreKey() {}

    public static byte[] row(int relationNumber, long rowid) {
        byte[] key = new byte[ROW_LENGTH];
        key[0] = ROW;
        INT.set(key, 1, relationNumber);
        LONG.set(key, PREFIX_LENGTH, rowid);
        return key;
    }

    public static byte[] index(int indexNumber, byte[] entryKey) {
        byte[] key = new byte[PREFIX_LENGTH + entryKey.length];
        key[0] = INDEX;
        INT.set(key, 1, indexNumber);
        System.arraycopy(entryKey, 0, key, PREFIX_LENGTH, entryKey.length);
        return key;
    }

    /// First key of a relation (`ROW`) or index (`INDEX`).
    public static byte[] start(byte space, int number) {
        byte[] key = new byte[PREFIX_LENGTH];
        key[0] = space;
        INT.set(key, 1, number);
        return key;
    }

    /// First key behind a relation or index.
    public static byte[] end(byte space, int number) {
        return successor(start(space, number));
    }

    public static byte[] meta(String name) {
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        byte[] key = new byte[1 + ascii.length];
        key[0] = META;
        System.arraycopy(ascii, 0, key, 1, ascii.length);
        return key;
    }

    /// Whether it is the key of one row.
    public static boolean isRow(byte[] key) {
        return key.length == ROW_LENGTH && key[0] == ROW;
    }

    public static int number(byte[] key, int offset) {
        return (int) INT.get(key, offset + 1);
    }

    public static long rowid(byte[] key, int offset) {
        return (long) LONG.get(key, offset + PREFIX_LENGTH);
    }

    /// FNV-1a, 64 bits, of a key or a part of one.
    public static long hash(byte[] keys, int offset, int length) {
        long hash = 0xcbf29ce484222325L;
        for (int index = offset; index < offset + length; index++) {
            hash = (hash ^ keys[index] & 0xff) * 0x100000001b3L;
        }
        return hash;
    }

    /// The smallest key greater than all keys that start with `prefix`; null when there is none (only FF bytes).
    public static byte[] successor(byte[] prefix) {
        for (int last = prefix.length - 1; last >= 0; last--) {
            if (prefix[last] != (byte) 0xff) {
                byte[] key = Arrays.copyOf(prefix, last + 1);
                key[last]++;
                return key;
            }
        }
        return null;
    }
}
