/// Functions over columns. A function stays one method over values (`types.function`); from it comes a class
/// whose loops call it, with the method as a constant, so that the JIT inlines it: one class for each function
/// and kinds of arguments that occur, kept for the life of the process.
/// ```
///   int4pl(int, int) → int,  IntVector + constant      class: for r: out[r] = int4pl(values[r], c)
/// ```
/// Start at `LoopKernels`. Where a whole column can be computed better than value by value (numeric as longs), a
/// method with `@ColumnKernel` beside the function does it, and may decline.
///
/// Measured in `docs/decisions/009-vectorized-engine.md`.
package io.pglitedb.types.kernel;
