package io.pglitedb.executor.command.routine;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.analyzer.RoutineBody;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// The types that a function in SQL may take and return. Source: PostgreSQL's fmgr_sql_validator.
final class SqlSignature {
    private SqlSignature() {}

    static void check(FunctionDef function, CatalogView catalog) {
        int result = function.resultType();
        boolean pseudo = catalog.type(result).kind() == 'p';
        if (pseudo && result != Oids.RECORD && result != Oids.VOID && !RoutineBody.isPolymorphic(result)) {
            throw new PgException(
                    SqlState.INVALID_FUNCTION_DEFINITION,
                    "SQL functions cannot return type " + catalog.formatType(result));
        }
        for (int type : function.argumentTypes()) {
            if (catalog.type(type).kind() == 'p' && !RoutineBody.isPolymorphic(type)) {
                throw new PgException(
                        SqlState.INVALID_FUNCTION_DEFINITION,
                        "SQL functions cannot have arguments of type " + catalog.formatType(type));
            }
        }
    }
}
