package io.pglitedb.planner.ast;

import java.util.List;

public record WithClause(boolean recursive, List<CommonTable> tables, int location) {
    public enum Materialize {
        DEFAULT,
        ALWAYS,
        NEVER
    }

    /// `query` is a SelectStmt or a data-modifying statement.
    public record CommonTable(
            String name,
            List<String> columns,
            Materialize materialize,
            Statement query,
            SearchClause search,
            CycleClause cycle,
            int location) {}

    public record SearchClause(List<String> columns, boolean breadthFirst, String sequenceColumn, int location) {}

    /// `markValue` and `markDefault` are the constants true and false unless written.
    public record CycleClause(
            List<String> columns,
            String markColumn,
            AstExpr markValue,
            AstExpr markDefault,
            String pathColumn,
            int location) {}
}
