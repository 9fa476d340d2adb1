/// Order, runs of equal rows, and limits on how many are wanted.
package io.pglitedb.executor.row.sort;
