/// The row store beside RocksDB alone doing the same.
package io.pglitedb.bench.rowstore;
