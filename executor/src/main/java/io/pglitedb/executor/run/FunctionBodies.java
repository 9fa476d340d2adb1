package io.pglitedb.executor.run;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.partition.HashFunctions;
import io.pglitedb.types.function.FunctionImplementation;

/// Bodies of functions that are not written in Java: SQL, PL/pgSQL. A session that has such languages offers this
/// by `SessionContext.as`.
public interface FunctionBodies extends HashFunctions {
    /// Null when the function's language is not one of these.
    @Override
    FunctionImplementation find(FunctionDef function);
}
