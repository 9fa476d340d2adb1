package io.pglitedb.executor.run;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.types.function.FunctionImplementation;

/// Bodies of functions that are not written in Java: SQL, PL/pgSQL. A session that has such languages offers this
/// by `SessionContext.as`.
public interface FunctionBodies {
    /// Null when the function's language is not one of these.
    FunctionImplementation find(FunctionDef function);
}
