package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.form.BinaryForm;
import java.util.Arrays;

/// Bounds of byte strings, cut to a moderate length: the lower one down, the upper one up. Those of text stay
/// UTF-8.
final class ByteBounds {
    private static final int LENGTH_MAX = 64;

    private ByteBounds() {}

    static Bounds of(byte[] least, byte[] greatest, BinaryForm form) {
        boolean text = form.logicalType() != null;
        byte[] up = greatest.length <= LENGTH_MAX ? greatest : cutUp(greatest, text);
        return up == null ? Bounds.NONE : new Bounds(cutDown(least, text), up);
    }

    private static byte[] cutDown(byte[] value, boolean text) {
        if (value.length <= LENGTH_MAX) {
            return value;
        }
        int end = LENGTH_MAX;
        while (text && (value[end] & 0xc0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(value, end);
    }

    /// Raises the last byte that can be raised and stay what it is; null when there is none.
    private static byte[] cutUp(byte[] value, boolean text) {
        for (int last = LENGTH_MAX - 1; last >= 0; last--) {
            int byteThere = value[last] & 0xff;
            if (text ? byteThere < 0x7f : byteThere < 0xff) {
                byte[] cut = Arrays.copyOf(value, last + 1);
                cut[last]++;
                return cut;
            }
        }
        return null;
    }
}
