/// Nested loops and hash joins.
package io.pglitedb.executor.row.join;
