package io.pglitedb.executor.vector.block;

import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;

/// One column of some blocks: the arrays of its vectors where they all have such.
abstract class BlockColumn {
    /// Of the blocks; null when none has a NULL.
    private final long[][] nulls;

    private BlockColumn(List<Vector> vectors) {
        boolean any = vectors.stream().anyMatch(vector -> vector.nulls() != null);
        nulls = any ? vectors.stream().map(Vector::nulls).toArray(long[][]::new) : null;
    }

    static BlockColumn of(List<Vector> vectors, VectorForm form) {
        return switch (form.layout()) {
            case INTS -> are(vectors, IntVector.class) ? new Ints(vectors, form) : new Any(vectors, form);
            case LONGS -> are(vectors, LongVector.class) ? new Longs(vectors, -1) : new Any(vectors, form);
            case DOUBLES -> are(vectors, DoubleVector.class) ? new Doubles(vectors, form) : new Any(vectors, form);
            case BYTES -> are(vectors, BytesVector.class) ? new Texts(vectors, form) : new Any(vectors, form);
            case DECIMALS -> {
                int scale = commonScale(vectors);
                yield scale >= 0 ? new Longs(vectors, scale) : new Any(vectors, form);
            }
            case OBJECTS -> new Any(vectors, form);
        };
    }

    private static boolean are(List<Vector> vectors, Class<?> kind) {
        return vectors.stream().allMatch(kind::isInstance);
    }

    /// Of numerics that all have it; -1 when they do not.
    static int commonScale(List<Vector> vectors) {
        int scale = -1;
        for (Vector vector : vectors) {
            if (!(vector instanceof DecimalVector decimals) || scale >= 0 && decimals.scale() != scale) {
                return -1;
            }
            scale = decimals.scale();
        }
        return scale;
    }

    abstract Vector gather(int[] handles, int from, int count);

    final long[] gatherNulls(int[] handles, int from, int count) {
        if (nulls == null) {
            return null;
        }
        long[] gathered = null;
        for (int i = 0; i < count; i++) {
            int handle = handles[from + i];
            if (Nulls.isNull(nulls[handle >>> Blocks.SHIFT], handle & Blocks.MASK)) {
                gathered = gathered == null ? new long[Nulls.words(count)] : gathered;
                Nulls.set(gathered, i);
            }
        }
        return gathered;
    }

    private static final class Ints extends BlockColumn {
        private final VectorForm form;
        private final int[][] values;

        Ints(List<Vector> vectors, VectorForm form) {
            super(vectors);
            this.form = form;
            values = vectors.stream()
                    .map(vector -> ((IntVector) vector).values())
                    .toArray(int[][]::new);
        }

        @Override
        Vector gather(int[] handles, int from, int count) {
            int[] gathered = new int[count];
            for (int i = 0; i < count; i++) {
                int handle = handles[from + i];
                gathered[i] = values[handle >>> Blocks.SHIFT][handle & Blocks.MASK];
            }
            return new IntVector(form, gathered, gatherNulls(handles, from, count), count);
        }
    }

    private static final class Longs extends BlockColumn {
        /// Of numerics; -1 for integers.
        private final int scale;
        private final long[][] values;

        Longs(List<Vector> vectors, int scale) {
            super(vectors);
            this.scale = scale;
            values = vectors.stream().map(Longs::values).toArray(long[][]::new);
        }

        private static long[] values(Vector vector) {
            return vector instanceof LongVector longs ? longs.values() : ((DecimalVector) vector).unscaled();
        }

        @Override
        Vector gather(int[] handles, int from, int count) {
            long[] gathered = new long[count];
            for (int i = 0; i < count; i++) {
                int handle = handles[from + i];
                gathered[i] = values[handle >>> Blocks.SHIFT][handle & Blocks.MASK];
            }
            long[] nulls = gatherNulls(handles, from, count);
            return scale < 0
                    ? new LongVector(gathered, nulls, count)
                    : new DecimalVector(gathered, scale, nulls, count);
        }
    }

    private static final class Doubles extends BlockColumn {
        private final VectorForm form;
        private final double[][] values;

        Doubles(List<Vector> vectors, VectorForm form) {
            super(vectors);
            this.form = form;
            values = vectors.stream()
                    .map(vector -> ((DoubleVector) vector).values())
                    .toArray(double[][]::new);
        }

        @Override
        Vector gather(int[] handles, int from, int count) {
            double[] gathered = new double[count];
            for (int i = 0; i < count; i++) {
                int handle = handles[from + i];
                gathered[i] = values[handle >>> Blocks.SHIFT][handle & Blocks.MASK];
            }
            return new DoubleVector(form, gathered, gatherNulls(handles, from, count), count);
        }
    }

    private static final class Texts extends BlockColumn {
        private final VectorForm form;
        private final byte[][] bytes;
        private final int[][] starts;

        Texts(List<Vector> vectors, VectorForm form) {
            super(vectors);
            this.form = form;
            bytes = vectors.stream()
                    .map(vector -> ((BytesVector) vector).bytes())
                    .toArray(byte[][]::new);
            starts = vectors.stream()
                    .map(vector -> ((BytesVector) vector).starts())
                    .toArray(int[][]::new);
        }

        @Override
        Vector gather(int[] handles, int from, int count) {
            int[] ends = new int[count + 1];
            for (int i = 0; i < count; i++) {
                int handle = handles[from + i];
                int[] of = starts[handle >>> Blocks.SHIFT];
                int row = handle & Blocks.MASK;
                ends[i + 1] = Math.addExact(ends[i], of[row + 1] - of[row]);
            }
            byte[] gathered = new byte[ends[count]];
            for (int i = 0; i < count; i++) {
                int handle = handles[from + i];
                int block = handle >>> Blocks.SHIFT;
                int start = starts[block][handle & Blocks.MASK];
                System.arraycopy(bytes[block], start, gathered, ends[i], ends[i + 1] - ends[i]);
            }
            return new BytesVector(form, gathered, ends, gatherNulls(handles, from, count), count);
        }
    }

    private static final class Any extends BlockColumn {
        private final VectorForm form;
        private final List<Vector> vectors;

        Any(List<Vector> vectors, VectorForm form) {
            super(vectors);
            this.form = form;
            this.vectors = vectors;
        }

        @Override
        Vector gather(int[] handles, int from, int count) {
            VectorBuilder builder = VectorBuilder.of(form, count);
            for (int i = 0; i < count; i++) {
                int handle = handles[from + i];
                builder.append(vectors.get(handle >>> Blocks.SHIFT).get(handle & Blocks.MASK));
            }
            return builder.build();
        }
    }
}
