package io.pglitedb.executor.vector.sort;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.sort.QuickSort;
import io.pglitedb.executor.vector.block.Blocks;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.List;

/// Puts the rows of blocks in order, all blocks but the last being full. As many keys as fit are packed into one
/// long, each in as few bits as its smallest and its largest code need; only where those are the same, further
/// keys are compared.
final class BlockSort extends QuickSort {
    private static final int CHECK_ROWS = 50_000;
    /// Comparisons of values between two checks, less one.
    private static final int CHECK_COMPARISONS = (1 << 16) - 1;

    private final Blocks blocks;
    private final List<KeyOrder> keys;
    private final Run run;
    /// Of the rows at their places as they now are.
    private final long[] leads;
    private final int[] handles;
    /// Codes by handle of the keys from `packedKeys` on; null for the others.
    private final long[][] codes;
    private final boolean[] decided;
    /// Keys that are equal where leads are.
    private int packedKeys;
    private int freeBits = Long.SIZE;
    /// Beyond the leads.
    private int comparisons;

    private BlockSort(Blocks blocks, List<KeyOrder> keys, Run run) {
        this.blocks = blocks;
        this.keys = keys;
        this.run = run;
        int count = blocks.rowCount();
        leads = new long[count];
        handles = new int[count];
        for (int row = 0; row < count; row++) {
            handles[row] = row;
        }
        codes = new long[keys.size()][];
        decided = new boolean[keys.size()];
    }

    /// The handles of the rows in order.
    static int[] sort(Blocks blocks, List<KeyOrder> keys, Run run) {
        BlockSort sort = new BlockSort(blocks, keys, run);
        sort.encode();
        sort.sort(0, sort.handles.length);
        return sort.handles;
    }

    /// Bytes that a row takes while it is sorted, beside its own.
    static long bytesPerRow(List<KeyOrder> keys) {
        return Long.BYTES + Integer.BYTES + (long) keys.size() * Long.BYTES;
    }

    private void encode() {
        boolean packing = true;
        for (int key = 0; key < codes.length; key++) {
            codes[key] = codes(key);
            packing = packing && pack(key);
            if (packing) {
                packedKeys = key + 1;
                codes[key] = null;
            }
        }
        for (int row = 0; row < leads.length; row++) {
            leads[row] ^= Long.MIN_VALUE;
        }
    }

    private long[] codes(int number) {
        KeyOrder key = keys.get(number);
        long[] values = new long[leads.length];
        boolean oneScale = oneScale(key);
        for (int block = 0; block < blocks.blockCount(); block++) {
            run.checkCancellation();
            Vector column = blocks.block(block).column(key.slot());
            int offset = block << Blocks.SHIFT;
            if (oneScale) {
                key.unscaledCodes((DecimalVector) column, values, offset);
            } else {
                key.codes(column, Selection.first(column.length()), values, offset);
            }
        }
        boolean all = true;
        for (int row = 0; row < values.length && all; row++) {
            all = key.decides(values[row]) || oneScale && values[row] != KeyOrder.FIRST && values[row] != KeyOrder.LAST;
        }
        decided[number] = all || hasOnlyNullsUndecided(key, values, oneScale);
        if (decided[number]) {
            CodeRanks.replace(values);
        }
        return values;
    }

    private boolean oneScale(KeyOrder key) {
        int scale = -1;
        for (int block = 0; block < blocks.blockCount(); block++) {
            if (!(blocks.block(block).column(key.slot()) instanceof DecimalVector decimals)
                    || scale >= 0 && decimals.scale() != scale) {
                return false;
            }
            scale = decimals.scale();
        }
        return true;
    }

    /// Whether every row whose code does not decide is a NULL: then those are equal.
    private boolean hasOnlyNullsUndecided(KeyOrder key, long[] values, boolean oneScale) {
        for (int handle = 0; handle < values.length; handle++) {
            long code = values[handle];
            boolean extreme = code == KeyOrder.FIRST || code == KeyOrder.LAST;
            if (extreme
                    ? !blocks.vector(key.slot(), handle).isNull(handle & Blocks.MASK)
                    : !oneScale && !key.decides(code)) {
                return false;
            }
        }
        return true;
    }

    /// Puts the key behind those that are in the leads. False when that is the last one that fits.
    private boolean pack(int number) {
        long[] values = codes[number];
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long code : values) {
            if (code != KeyOrder.FIRST && code != KeyOrder.LAST) {
                min = Math.min(min, code);
                max = Math.max(max, code);
            }
        }
        // FIRST gets 0, LAST the largest.
        long range = max < min ? 1 : max - min + 2;
        boolean narrow = range > 0 && (max < min || max - min >= 0);
        int bits = narrow ? Long.SIZE - Long.numberOfLeadingZeros(range) : Long.SIZE;
        int kept = Math.min(bits, freeBits);
        if (kept == 0) {
            return false;
        }
        int dropped = bits - kept;
        for (int row = 0; row < values.length; row++) {
            long code = values[row];
            long small = !narrow
                    ? code ^ Long.MIN_VALUE
                    : code == KeyOrder.FIRST ? 0 : code == KeyOrder.LAST ? range : code - min + 1;
            leads[row] = (kept == Long.SIZE ? 0 : leads[row] << kept) | small >>> dropped;
        }
        freeBits -= kept;
        return dropped == 0 && decided[number];
    }

    @Override
    protected int compare(int a, int b) {
        long left = leads[a];
        long right = leads[b];
        return left != right ? left < right ? -1 : 1 : packedKeys == codes.length ? 0 : compareRest(a, b);
    }

    private int compareRest(int a, int b) {
        if ((++comparisons & CHECK_COMPARISONS) == 0) {
            run.checkCancellation();
        }
        int left = handles[a];
        int right = handles[b];
        for (int number = packedKeys; number < codes.length; number++) {
            int compared = Long.compare(codes[number][left], codes[number][right]);
            if (compared == 0 && !decided[number] && !keys.get(number).decides(codes[number][left])) {
                int slot = keys.get(number).slot();
                compared = keys.get(number)
                        .compare(
                                blocks.vector(slot, left),
                                left & Blocks.MASK,
                                blocks.vector(slot, right),
                                right & Blocks.MASK);
            }
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    @Override
    protected void swap(int a, int b) {
        long lead = leads[a];
        leads[a] = leads[b];
        leads[b] = lead;
        int handle = handles[a];
        handles[a] = handles[b];
        handles[b] = handle;
    }

    @Override
    protected void checkCancellation(int rows) {
        if (rows >= CHECK_ROWS) {
            run.checkCancellation();
        }
    }
}
