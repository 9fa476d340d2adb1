package io.pglitedb.types.value;

import java.util.Arrays;
import java.util.HexFormat;

/// The carrier of bytea: immutable bytes, ordered unsigned.
public record Bytes(byte[] array) implements Comparable<Bytes> {
    public int length() {
        return array.length;
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(array, other.array);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return "\\x" + HexFormat.of().formatHex(array);
    }
}
