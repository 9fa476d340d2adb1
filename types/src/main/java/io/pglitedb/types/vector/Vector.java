package io.pglitedb.types.vector;

/// One column of a batch.
public sealed interface Vector
        permits IntVector,
                LongVector,
                DoubleVector,
                BytesVector,
                DecimalVector,
                ObjectVector,
                DictionaryVector,
                ConstantVector {
    /// Rows that a vector has at most.
    int LENGTH_MAX = 4096;

    /// Number of rows.
    int length();

    VectorForm form();

    /// The bitmap that `package-info` draws, `Nulls.words(length())` long or longer; Java null when no row is
    /// NULL.
    long[] nulls();

    default boolean isNull(int row) {
        return Nulls.isNull(nulls(), row);
    }

    /// The value as a carrier, null for NULL. It may share the vector's bytes.
    Object get(int row);
}
