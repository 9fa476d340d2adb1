/// Window functions over sorted partitions.
package io.pglitedb.executor.row.window;
