/// Segments: immutable Parquet files with the cold rows of a table, and what is known of them without opening
/// them.
/// ```
///   rows ──▶ write.SegmentWriter ──▶ N.parquet + descriptor.SegmentDescriptor (kept in the row store's manifest)
///                                        │                 │
///   vectors, values ◀── read.Segment ◀───┘                 └──▶ predicate.KeyCondition: which segments, which pages
///            └─ cache.VectorCache                                ▲ predicate.ColumnPredicate
///   schema: columns by field id · form: SQL type ↔ Parquet type · encoding: pages ↔ arrays · file: bytes and errors
/// ```
/// The file, drawn in `write`; its types, in `form`. A segment holds rowids in ascending order, from 131,072 rows
/// on several row groups, each cut into pages of at most 4,096 rows (a vector's length) at the same rows in every
/// column: a page is read, cached, pruned and handed out as one unit, and row p of the segment is in the same
/// page everywhere.
///
/// Invariants: a file appears under its name only when it is on the disk, and is never changed; what it gives
/// back is exactly what was put in, or an error that names it (pages, footer, indexes and bloom filters all have
/// checksums that are compared whenever they come from the disk). Nothing here knows of transactions, deletes or
/// SQL.
///
/// `ColumnStore` is the whole for those who use it: the directory, open segments, one budget of memory.
/// Tests: every type there and back, damage byte by byte, pruning against brute force, DuckDB as a second reader.
package io.pglitedb.columnstore;
