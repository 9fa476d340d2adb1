/// Grouping and aggregate functions.
package io.pglitedb.executor.row.aggregate;
