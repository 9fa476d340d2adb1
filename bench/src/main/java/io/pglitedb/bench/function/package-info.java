/// Calls of SQL functions.
package io.pglitedb.bench.function;
