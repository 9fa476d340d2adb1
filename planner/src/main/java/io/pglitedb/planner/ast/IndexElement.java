package io.pglitedb.planner.ast;

import java.util.List;

/// An index column: `column` or `expression`.
public record IndexElement(
        String column,
        AstExpr expression,
        List<String> collation,
        List<String> operatorClass,
        List<DefElem> operatorClassOptions,
        SortBy.Direction direction,
        SortBy.Nulls nulls) {}
