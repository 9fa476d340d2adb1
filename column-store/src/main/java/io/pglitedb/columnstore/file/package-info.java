/// Files of segments: written in one go, read by ranges. Knows bytes and errors, nothing of Parquet.
package io.pglitedb.columnstore.file;
