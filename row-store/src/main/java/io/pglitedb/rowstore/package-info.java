/// Rows and index entries under MVCC: byte keys and values in RocksDB, write sets, locks, group commit.
/// ```
///  Transaction ── write set ──▶ CommitPipeline (one thread) ──▶ RocksDB: one batch, one fsync, one snapshot per group
///      │  reads = write set over a Snapshot                            │
///      └── LockManager (rows, keys, tables, advisory)      publishes the Snapshot, wakes the group
/// ```
/// Segments of cold rows are known by keys, too: `segment`. Start reading at `RowStore` and `Transaction`. Knows
/// relation and index numbers, rowids and bytes, no SQL; RocksDB is not visible outside `rowstore.rocks`. The
/// bytes are drawn in docs/storage-format.md.
package io.pglitedb.rowstore;
