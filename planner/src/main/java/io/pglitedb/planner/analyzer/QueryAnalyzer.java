package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.DeleteStmt;
import io.pglitedb.planner.ast.InsertStmt;
import io.pglitedb.planner.ast.MergeStmt;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.UpdateStmt;
import io.pglitedb.planner.query.Query;

/// Sends each kind of statement to its analyzer.
final class QueryAnalyzer {
    private QueryAnalyzer() {}

    static Query statement(ParseState state, Statement raw) {
        return switch (raw) {
            case SelectStmt select -> SelectAnalyzer.analyze(state, select);
            case InsertStmt insert -> InsertAnalyzer.analyze(state, insert);
            case UpdateStmt update -> UpdateAnalyzer.analyze(state, update);
            case DeleteStmt delete -> DeleteAnalyzer.analyze(state, delete);
            case MergeStmt merge -> MergeAnalyzer.analyze(state, merge);
            default -> throw Analyzer.command();
        };
    }

    static Query commonTable(ParseState parent, WithEntry table) {
        ParseState state = new ParseState(parent);
        state.commonTable = table;
        return statement(state, table.raw.query());
    }

    /// @param resolveUnknowns whether output literals of unknown type become text
    static Query subquery(ParseState parent, Statement raw, boolean resolveUnknowns) {
        ParseState state = new ParseState(parent);
        state.resolveUnknowns = resolveUnknowns;
        return statement(state, raw);
    }
}
