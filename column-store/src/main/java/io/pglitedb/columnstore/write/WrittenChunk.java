package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.encoding.BloomFilter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.OffsetIndex;

/// A chunk whose pages are in the file, and what the end of the file says of it.
///
/// @param columnIndex null when some page has no bounds to tell
/// @param bloomFilter null for none
record WrittenChunk(ColumnChunk chunk, ColumnIndex columnIndex, OffsetIndex offsetIndex, BloomFilter bloomFilter) {}
