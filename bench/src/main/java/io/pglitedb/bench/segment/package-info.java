/// Segments beside DuckDB on the same file.
package io.pglitedb.bench.segment;
