package io.pglitedb.planner.ast;

import java.util.List;

/// `source` null means DEFAULT VALUES.
public record InsertStmt(
        RangeVar relation,
        List<ResTarget> columns,
        SelectStmt source,
        OnConflict onConflict,
        List<ResTarget> returning,
        WithClause with,
        Overriding overriding)
        implements Statement {
    public enum Overriding {
        NONE,
        USER,
        SYSTEM
    }

    /// `infer` null when no target is written; `where` is DO UPDATE's.
    public record OnConflict(boolean update, InferClause infer, List<ResTarget> set, AstExpr where, int location) {}

    /// Either `constraint` or index elements.
    public record InferClause(List<IndexElement> elements, AstExpr where, String constraint, int location) {}
}
