package io.pglitedb.types.function;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;

/// Where a function is called: the session and what the analyzer found out about this call. A method that needs
/// it takes it as its first parameter.
///
/// @param argumentTypes actual types of the arguments, polymorphic ones resolved
/// @param resultType actual type of the result
/// @param collation OID, 0 for none
/// @param rowShape the columns that the query wants of a function returning record, null where it does not say
public record CallContext(
        SessionContext session, SqlType[] argumentTypes, SqlType resultType, int collation, RowShape rowShape) {
    public CallContext(SessionContext session, SqlType[] argumentTypes, SqlType resultType, int collation) {
        this(session, argumentTypes, resultType, collation, null);
    }

    public SqlType argumentType(int index) {
        return argumentTypes[index];
    }

    public CallContext withRowShape(RowShape shape) {
        return new CallContext(session, argumentTypes, resultType, collation, shape);
    }
}
