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
    public void appendAll(Vector vector, Selection selection) {
        DictionaryVector coded = vector instanceof DictionaryVector dictionary ? dictionary : null;
        if (!((coded == null ? vector : coded.dictionary()) instanceof BytesVector texts)) {
            super.appendAll(vector, selection);
            return;
        }
        for (int index = 0; index < selection.count(); index++) {
            int row = selection.row(index);
            if (vector.isNull(row)) {
                appendNull();
            } else {
                int entry = coded == null ? row : coded.codes()[row];
                int start = texts.starts()[entry];
                appendBytes(texts.bytes(), start, texts.starts()[entry + 1] - start);
            }
        }
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
