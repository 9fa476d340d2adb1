/// Functions, procedures and code blocks in PL/pgSQL; start at `PlRoutines`.
///
/// ```
///   FunctionBinder ──find──▶ PlRoutines ──one a call site──▶ PlRoutine ──compiled once──▶ PlBody
///                                                               │ a PlFrame for each call
///                                                               ▼
///                       PlInterpreter ─▶ PlStatement …, pieces of SQL by PlQuery, values by PlValues
/// ```
/// A piece of SQL is analyzed when it is first run, with the variables that it names as parameters, and keeps its
/// plan while the catalog, the role and the shapes of the records in it stay what they were. Each runs as a
/// statement of its own inside of the caller's; a body that is not volatile reads what its caller reads. A block
/// with EXCEPTION is a savepoint without a name.
package io.pglitedb.executor.plpgsql;
