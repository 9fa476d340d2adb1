package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.DeleteStmt;
import io.pglitedb.planner.ast.InsertStmt;
import io.pglitedb.planner.ast.MergeStmt;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.UpdateStmt;
import io.pglitedb.planner.ast.WithClause;

/// What raw statements have in common.
final class RawStatements {
    private RawStatements() {}

    /// The WITH clause of a statement; null when it has none or the node is no statement that can.
    static WithClause with(Record node) {
        return switch (node) {
            case SelectStmt select -> select.with();
            case InsertStmt insert -> insert.with();
            case UpdateStmt update -> update.with();
            case DeleteStmt delete -> delete.with();
            case MergeStmt merge -> merge.with();
            default -> null;
        };
    }
}
