package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.descriptor.DistinctSketch;
import io.pglitedb.columnstore.descriptor.ZoneBuilder;
import io.pglitedb.columnstore.encoding.BloomFilter;

/// The present values of a row group's column, in the order of rows, without the NULLs.
sealed interface ChunkValues permits NumberValues, BinaryValues {
    /// Entries that a dictionary has at most.
    int DICTIONARY_MAX = 1 << 16;
    /// What an encoding that costs time must save: it is taken when it needs at most this part of PLAIN's bytes.
    double WORTH = 0.8;

    void add(Object carrier);

    int count();

    /// Memory taken, roughly.
    long bytes();

    void clear();

    ValueEncoding chooseEncoding();

    Bounds bounds(int from, int to);

    /// As `Integer.compare` of two values from `bounds`.
    int compareBounds(byte[] left, byte[] right);

    void addTo(DistinctSketch sketch);

    void addTo(BloomFilter filter);

    /// Whether equality can be asked of a bloom filter: values are short, and equal exactly when their bytes are.
    boolean bloomWorthwhile();

    /// Offers the values that the zone map needs to see.
    void addTo(ZoneBuilder zone);
}
