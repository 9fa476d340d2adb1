package io.pglitedb.planner.ast;

import java.util.List;

public record MergeStmt(
        RangeVar relation, FromItem source, AstExpr joinCondition, List<WhenClause> whenClauses, WithClause with)
        implements Statement {
    public enum Action {
        INSERT,
        UPDATE,
        DELETE,
        DO_NOTHING
    }

    /// `targets`: SET items of UPDATE, columns of INSERT; `values` of INSERT (empty: DEFAULT VALUES).
    public record WhenClause(
            boolean matched,
            AstExpr condition,
            Action action,
            InsertStmt.Overriding overriding,
            List<ResTarget> targets,
            List<AstExpr> values) {}
}
