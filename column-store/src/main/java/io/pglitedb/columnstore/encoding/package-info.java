/// Parquet's page encodings over plain heap arrays: no files, no SQL, no nulls (only present values are encoded).
/// ```
///   values ──encode──▶ body of a page ──Compression──▶ bytes in the file
///   int[], long[], …                                   and back
/// ```
/// Decoders read past the end of a body by up to `BitPacking.SLACK` bytes, so every body lies in an array with
/// that much room behind it. A body that ends early raises IndexOutOfBoundsException or IllegalArgumentException;
/// who knows the file's name turns them into XX001.
/// Source: Parquet's Encodings.md, BloomFilter.md, Compression.md.
package io.pglitedb.columnstore.encoding;
