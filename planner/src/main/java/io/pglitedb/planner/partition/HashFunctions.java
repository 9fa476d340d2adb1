package io.pglitedb.planner.partition;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.types.function.FunctionImplementation;

/// A session that runs functions which are written in SQL or another language: support functions of operator
/// classes may be such. Found by `SessionContext.as`.
public interface HashFunctions {
    FunctionImplementation find(FunctionDef function);
}
