package io.pglitedb.types.function;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;

/// Where a function is called: the session and what the analyzer found out about this call. A method that needs it
/// takes it as its first parameter.
///
/// @param argumentTypes actual types of the arguments, polymorphic ones resolved
/// @param resultType actual type of the result
/// @param collation OID, 0 for none
public record CallContext(SessionContext session, SqlType[] argumentTypes, SqlType resultType, int collation) {
    public SqlType argumentType(int index) {
        return argumentTypes[index];
    }
}
