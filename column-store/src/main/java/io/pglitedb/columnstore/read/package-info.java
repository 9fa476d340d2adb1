/// A segment's file → vectors.
/// ```
///   RangeFile ──footer, indexes──▶ SegmentLayout: where the pages of each column are
///       │                               │
///       └──page bytes──▶ PageReader ──▶ PageDecoder ──▶ Vector ──▶ cache
///                        CRC, decompress  by physical type   by ColumnForm
/// ```
/// Start at `Segment`. A page has the rows of one batch, in every column the same ones; pages are numbered
/// through the whole segment. Dictionary codes stay codes; the pages of a row group share their dictionary
/// object.
///
/// What does not add up (CRC, lengths, counts) raises XX001 naming the file, what the system refuses 58030.
package io.pglitedb.columnstore.read;
