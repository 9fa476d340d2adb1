package io.pglitedb.planner.ast;

import java.util.List;

/// A query: a body and what applies to its whole result. `limitCount` is a NullConst for LIMIT ALL, null when absent.
public record SelectStmt(
        WithClause with,
        Body body,
        List<SortBy> orderBy,
        AstExpr limitOffset,
        AstExpr limitCount,
        boolean withTies,
        List<LockingClause> locking)
        implements Statement {

    public sealed interface Body {}

    public sealed interface Distinct {}

    public record DistinctAll() implements Distinct {}

    public record DistinctOn(List<AstExpr> expressions) implements Distinct {}

    /// `distinct` null when absent; `having` likewise.
    public record Plain(
            Distinct distinct,
            List<ResTarget> targets,
            IntoClause into,
            List<FromItem> from,
            AstExpr where,
            List<AstExpr> groupBy,
            boolean groupDistinct,
            AstExpr having,
            List<WindowDef> windows)
            implements Body {}

    /// Elements may be SetToDefault.
    public record Values(List<List<AstExpr>> rows) implements Body {}

    public enum Operation {
        UNION,
        INTERSECT,
        EXCEPT
    }

    public record SetOperation(Operation operation, boolean all, SelectStmt left, SelectStmt right) implements Body {}

    public enum LockStrength {
        KEY_SHARE,
        SHARE,
        NO_KEY_UPDATE,
        UPDATE
    }

    public enum LockWait {
        BLOCK,
        SKIP,
        ERROR
    }

    /// `relations` empty means all.
    public record LockingClause(List<RangeVar> relations, LockStrength strength, LockWait waiting) {}

    public static SelectStmt of(Body body) {
        return new SelectStmt(null, body, List.of(), null, null, false, List.of());
    }
}
