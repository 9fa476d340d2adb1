package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.error.PgException;

/// UNION, INTERSECT and EXCEPT.
final class SetOperationAnalyzer {
    private SetOperationAnalyzer() {}

    static Query analyze(ParseState state, SelectStmt raw) {
        throw PgException.notSupported("UNION, INTERSECT and EXCEPT");
    }
}
