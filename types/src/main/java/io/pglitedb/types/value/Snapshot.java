package io.pglitedb.types.value;

import java.util.Arrays;

/// The carrier of pg_snapshot and txid_snapshot.
///
/// @param xmin all transactions before it have ended
/// @param xmax it and all later ones had not begun
/// @param running transactions between the two that had not ended, ascending
public record Snapshot(long xmin, long xmax, long[] running) {
    public boolean sees(long transaction) {
        return transaction < xmin || transaction < xmax && Arrays.binarySearch(running, transaction) < 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot that
                && xmin == that.xmin
                && xmax == that.xmax
                && Arrays.equals(running, that.running);
    }

    @Override
    public int hashCode() {
        return (Long.hashCode(xmin) * 31 + Long.hashCode(xmax)) * 31 + Arrays.hashCode(running);
    }

    /// `xmin:xmax:x,x`
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder().append(xmin).append(':').append(xmax).append(':');
        for (int i = 0; i < running.length; i++) {
            text.append(i > 0 ? "," : "").append(running[i]);
        }
        return text.toString();
    }
}
