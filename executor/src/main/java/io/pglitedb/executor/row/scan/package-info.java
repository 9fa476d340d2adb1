/// Leaves of a plan: rows of tables by rowid, index or ctid, of VALUES, functions, WITH queries.
package io.pglitedb.executor.row.scan;
