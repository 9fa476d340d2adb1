/// RocksDB: rows, indexes, snapshots, locks, commit pipeline.
package io.pglitedb.rowstore;
