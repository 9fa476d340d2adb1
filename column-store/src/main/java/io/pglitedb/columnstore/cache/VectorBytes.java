package io.pglitedb.columnstore.cache;

import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.ObjectVector;
import io.pglitedb.types.vector.Vector;

/// Heap that a vector takes; of objects only a guess.
final class VectorBytes {
    private static final int OBJECT_BYTES = 64;
    private static final int HEADERS_BYTES = 64;

    private VectorBytes() {}

    static long of(Vector vector) {
        long nulls = vector.nulls() == null ? 0 : (long) vector.nulls().length * Long.BYTES;
        return HEADERS_BYTES + nulls + values(vector);
    }

    /// A dictionary counts where it is kept by itself.
    private static long values(Vector vector) {
        return switch (vector) {
            case IntVector ints -> (long) ints.values().length * Integer.BYTES;
            case LongVector longs -> (long) longs.values().length * Long.BYTES;
            case DoubleVector doubles -> (long) doubles.values().length * Double.BYTES;
            case DecimalVector decimals -> (long) decimals.unscaled().length * Long.BYTES;
            case BytesVector bytes -> bytes.bytes().length + (long) bytes.starts().length * Integer.BYTES;
            case ObjectVector objects -> (long) objects.values().length * OBJECT_BYTES;
            case DictionaryVector codes -> (long) codes.codes().length * Integer.BYTES;
            case ConstantVector _ -> OBJECT_BYTES;
        };
    }
}
