package io.pglitedb.types.text;

import io.pglitedb.types.value.Utf8;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Where bytes occur in others. Whole characters are found where characters begin, as UTF-8 has it.
final class ByteSearch {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteSearch() {}

    /// The first place in a text, from `start` on, at which the bytes `from` to before `to` of another stand; -1
    /// for none.
    static int find(Utf8 text, int start, Utf8 wanted, int from, int to) {
        int found = find(
                text.array(),
                text.offset() + start,
                text.offset() + text.length(),
                wanted.array(),
                wanted.offset() + from,
                wanted.offset() + to);
        return found < 0 ? -1 : found - text.offset();
    }

    private static int find(byte[] text, int start, int end, byte[] wanted, int from, int to) {
        int last = end - (to - from);
        if (to - from >= Integer.BYTES) {
            // Four bytes at once seldom meet what is not wanted.
            int first = (int) INT.get(wanted, from);
            for (int at = start; at <= last; at++) {
                if ((int) INT.get(text, at) == first && equal(text, at, wanted, from, to)) {
                    return at;
                }
            }
            return -1;
        }
        for (int at = start; at <= last; at++) {
            if (from == to || text[at] == wanted[from] && equal(text, at, wanted, from, to)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean equal(byte[] text, int at, byte[] wanted, int from, int to) {
        return Arrays.equals(text, at, at + to - from, wanted, from, to);
    }
}
