/// Rows that are kept: in memory up to a budget, in temporary files beyond it. The files' form is private to the
/// run.
package io.pglitedb.executor.row.spill;
