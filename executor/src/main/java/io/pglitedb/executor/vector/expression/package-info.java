/// Expressions over columns: the trees that `row.expression` compiles, made into nodes that give a vector of
/// values or the selection of rows for which they are true. Functions run by their kernels (`types.kernel`);
/// whatever has none is evaluated row by row by the row engine's evaluator, so that every expression runs.
///
/// Start at `VectorCompiler`. A node computes for the rows it is given only: AND, OR, CASE and COALESCE pass on
/// the rows that are not decided yet, so that no error comes from a row that SQL would not evaluate.
package io.pglitedb.executor.vector.expression;
