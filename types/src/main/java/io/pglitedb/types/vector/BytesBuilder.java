package io.pglitedb.types.vector;

import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Utf8;
import java.util.Arrays;

public final class BytesBuilder extends VectorBuilder {
    private byte[] bytes;
    private int[] starts;
    private int size;

    BytesBuilder(VectorForm form, int capacity) {
        super(form);
        bytes = new byte[capacity * 16];
        starts = new int[capacity + 1];
    }

    /// Copies the bytes.
    public void appendBytes(byte[] source, int offset, int count) {
        if (count > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, count), bytes.length * 2));
        }
        System.arraycopy(source, offset, bytes, size, count);
        size += count;
        endRow();
    }

    private void endRow() {
        if (++length == starts.length) {
            starts = Arrays.copyOf(starts, Math.max(16, length * 2));
        }
        starts[length] = size;
    }

    @Override
    void put(Object value) {
        switch (value) {
            case Utf8 text -> appendBytes(text.array(), text.offset(), text.length());
            case Bytes binary -> appendBytes(binary.array(), 0, binary.length());
            default -> throw new IllegalArgumentException("no bytes: " + value.getClass());
        }
    }

    @Override
    void putNull() {
        endRow();
    }

    @Override
    Vector build(long[] nulls) {
        BytesVector vector = new BytesVector(form, bytes, starts, nulls, length);
        bytes = new byte[Math.max(64, size)];
        starts = new int[starts.length];
        size = 0;
        return vector;
    }
}
