package io.pglitedb.executor.command.copy;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// The fields of one line of text: each as it is to be read, and whether it is NULL.
final class LineFields {
    private final ByteWriter bytes = new ByteWriter(256);
    private final List<Integer> ends = new ArrayList<>();
    private final List<Boolean> nulls = new ArrayList<>();

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
        return ends.isEmpty() ? 0 : ends.getLast();
    }

    void end(boolean isNull) {
        ends.add(bytes.size());
        nulls.add(isNull);
    }

    boolean isNull(int field) {
        return nulls.get(field);
    }

    Utf8 text(int field) {
        int start = field == 0 ? 0 : ends.get(field - 1);
        byte[] copy = new byte[ends.get(field) - start];
        System.arraycopy(bytes.array(), start, copy, 0, copy.length);
        return new Utf8(copy);
    }
}
