/// Expressions of the row engine: an analyzed `Expr` is compiled once per execution into a tree of `Evaluator`s.
///
/// Start at `ExpressionCompiler`. Java null is SQL NULL; a strict function is not called with one. An evaluator may
/// keep
/// state and belongs to one thread at a time.
package io.pglitedb.executor.row.expression;
