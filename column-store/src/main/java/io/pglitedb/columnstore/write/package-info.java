/// Rows → a Parquet file and its descriptor.
/// ```
///   PAR1
///   row group 0:  rowid chunk │ column chunk │ …        chunk = [dictionary page] page page …
///   row group 1:  …
///   exceptions:   a chunk per row group of each column that has some   (see form/package-info)
///   bloom filters │ column indexes │ offset indexes
///   footer │ length int32 │ PAR1
/// ```
/// Start at `SegmentWriter`. All chunks of a row group are cut into pages at the same rows, 4,096 of them unless
/// values are large: a page is what one vector holds. Row groups have 131,072 rows, fewer when they grow past 64
/// MB.
///
/// A `ColumnWriter` collects a row group's values in `ChunkValues`, which choose a `ValueEncoding` by what they
/// have seen; `ChunkWriter` cuts the pages, chooses the compression by two sample pages, and notes min, max and
/// nulls of each.
package io.pglitedb.columnstore.write;
