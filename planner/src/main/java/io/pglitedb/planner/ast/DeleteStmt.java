package io.pglitedb.planner.ast;

import java.util.List;

public record DeleteStmt(
        RangeVar relation, List<FromItem> using, AstExpr where, List<ResTarget> returning, WithClause with)
        implements Statement {}
