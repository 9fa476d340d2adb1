/// Row locks, and plans run again for rows that others changed.
package io.pglitedb.executor.row.lock;
