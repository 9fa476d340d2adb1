/// Which segments a relation has, and which of their rows are gone: keys of the row store, so that one snapshot
/// and one commit hold for hot and cold rows alike.
/// ```
///   Snapshot.segments()      ──▶ SegmentReads ──▶ Manifest    segments by rowid range   (kept while unchanged)
///   Transaction.segments(…)  ──▶      "       ──▶ DeleteMarks positions in a segment     ( "  )
///   Transaction.segmentWrites() ▶ SegmentWrites
/// ```
/// What stands in a descriptor and in the segments' files is nobody's business here.
package io.pglitedb.rowstore.segment;
