/// The vectorized engine: operators that pass batches of up to 4,096 rows as column vectors (`types.vector`), for
/// queries that read many rows.
/// ```
///  PlanNode.Vectorized ──build.VectorOperators──▶ tree of VectorOperators ──bridge.BatchRows──▶ rows of the row engine
///                         │  expressions: expression.VectorCompiler, kernels: types.kernel
///                         └─ a node that it does not know: the row engine's operator behind bridge.RowBatches
/// ```
/// Start at `VectorOperator` and `build.VectorOperators`. The planner marks which parts of a plan run here.
/// Answers, their order among equals and errors are those of the row engine, which a test demands (`regress`).
package io.pglitedb.executor.vector;
