package io.pglitedb.executor.command.copy;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import it.unimi.dsi.fastutil.booleans.BooleanArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/// The fields of one line of text: each as it is to be read, and whether it is NULL.
final class LineFields {
    private final ByteWriter bytes = new ByteWriter(256);
    private final IntArrayList ends = new IntArrayList();
    private final BooleanArrayList nulls = new BooleanArrayList();

    void clear() {
        bytes.clear();
        ends.clear();
        nulls.clear();
    }

    int count() {
        return ends.size();
    }

    /// Where the bytes of the field being read go.
    ByteWriter bytes() {
        return bytes;
    }

    /// Where the field being read starts in `bytes`.
    int start() {
        return ends.isEmpty() ? 0 : ends.topInt();
    }

    void end(boolean isNull) {
        ends.add(bytes.size());
        nulls.add(isNull);
    }

    boolean isNull(int field) {
        return nulls.getBoolean(field);
    }

    Utf8 text(int field) {
        int start = field == 0 ? 0 : ends.getInt(field - 1);
        byte[] copy = new byte[ends.getInt(field) - start];
        System.arraycopy(bytes.array(), start, copy, 0, copy.length);
        return new Utf8(copy);
    }
}
