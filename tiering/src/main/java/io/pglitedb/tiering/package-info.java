/// Hot rows become cold ones: ranges of rowids that nobody has written for a while turn into segments.
/// ```
///   hot rows ──▶ pick range ──▶ read at a snapshot ──▶ segment file ──▶ one commit: manifest key + range delete +
/// marks
///   (RocksDB)   `Tiering`      `convert.Conversion`    (Parquet)        (row store: `Swap`)
///
///   row store ◀── `cold.SegmentRows`: rows of segments in stored form      `cold.RowLayout`: columns ↔ stored rows
/// ```
/// Invariants: at every snapshot a row is visible exactly once; a row is the same before and after it has moved,
/// who wrote it included; a file that the manifest does not name is garbage. Start reading at `Tiering`.
package io.pglitedb.tiering;
