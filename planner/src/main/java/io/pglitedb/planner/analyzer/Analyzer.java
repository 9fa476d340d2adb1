package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.ast.RawStatement;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;

/// Entry of the analysis: a raw SELECT, INSERT, UPDATE or DELETE becomes a [Query].
public final class Analyzer {
    private Analyzer() {}

    public static Query analyze(
            RawStatement statement, CatalogView catalog, SessionContext session, ParameterTypes parameters) {
        return analyze(statement.statement(), catalog, session, parameters);
    }

    public static Query analyze(
            Statement statement, CatalogView catalog, SessionContext session, ParameterTypes parameters) {
        ParseState state = new ParseState(new TypeRules(catalog), session, parameters);
        Query query = QueryAnalyzer.statement(state, statement);
        parameters.check();
        return query;
    }

    /// Whether `analyze` takes such a statement: all others are commands.
    public static boolean isQuery(Statement statement) {
        return switch (statement) {
            case SelectStmt ignored -> true;
            case io.pglitedb.planner.ast.InsertStmt ignored -> true;
            case io.pglitedb.planner.ast.UpdateStmt ignored -> true;
            case io.pglitedb.planner.ast.DeleteStmt ignored -> true;
            case io.pglitedb.planner.ast.MergeStmt ignored -> true;
            default -> false;
        };
    }

    static PgException command() {
        return PgException.notSupported("a command inside a query");
    }
}
