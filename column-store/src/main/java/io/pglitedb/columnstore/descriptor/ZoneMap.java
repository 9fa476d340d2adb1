package io.pglitedb.columnstore.descriptor;

/// What is known of a column's values in some rows.
///
/// @param low no value's key form (`ValueType.putKey`) is below it; null when unknown or when there is no value
/// @param high no value's key form is above it; null as `low`, and when there is no such key
/// @param nullCount rows with SQL NULL
/// @param distinct estimate of the number of different values
public record ZoneMap(byte[] low, byte[] high, long nullCount, long distinct) {
    /// Keys are cut to so many bytes; a cut upper bound is rounded up.
    public static final int KEY_LENGTH_MAX = 32;
}
