package io.pglitedb.planner.ast;

import java.util.List;

public record UpdateStmt(
        RangeVar relation,
        List<ResTarget> set,
        AstExpr where,
        List<FromItem> from,
        List<ResTarget> returning,
        WithClause with)
        implements Statement {}
