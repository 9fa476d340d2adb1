/// Which segments a relation has, and which of their rows are gone: keys of the row store, so that one snapshot
/// and one commit hold for hot and cold rows alike.
/// ```
///   rows of a relation at a snapshot =   hot rows outside of all segments' ranges
///                                      + in each range: rows of the segment without a mark, and hot rows, which have
/// one
///
///   Snapshot.get, scanRows …  ──▶ txn.SnapshotSegments: the merge ──▶ ColdRows: rows out of files (column store)
///   any commit                ──▶ commit.SegmentLedger: marks for the rows that it writes
///   RowStore.segmentWrites()  ──▶ SegmentWrites: watch, swap, fold
/// ```
/// What stands in a descriptor and in the segments' files is nobody's business here.
package io.pglitedb.rowstore.segment;
