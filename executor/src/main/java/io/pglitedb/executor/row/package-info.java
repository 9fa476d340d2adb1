/// The row engine: pull-based operators over a physical plan, for short queries and for everything that locks or
/// writes.
/// ```
///  PlannedStatement ──build.OperatorBuilder──▶ tree of Operators ──build.RowPlan──▶ rows
///                     expressions compiled        scan, join, sort, aggregate, window, set, modify, lock
/// ```
/// Start at `Operator` and `build.RowPlan`. Rows are `Object[]` of carriers, null for SQL NULL, never changed
/// once given out. What one run shares (snapshot, parameters, WITH queries) is in `Run`.
package io.pglitedb.executor.row;
