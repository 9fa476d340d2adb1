package io.pglitedb.planner.ast;

import java.util.List;

public sealed interface FromItem
        permits RangeVar,
                FromItem.Subselect,
                FromItem.RangeFunction,
                FromItem.TableSample,
                FromItem.Join,
                FromItem.XmlTable {

    record Subselect(boolean lateral, SelectStmt query, Alias alias, int location) implements FromItem {}

    /// `functions` has several entries after ROWS FROM; `columns` is a column definition list for a single function.
    record RangeFunction(
            boolean lateral,
            boolean ordinality,
            boolean rowsFrom,
            List<FunctionItem> functions,
            Alias alias,
            List<ColumnDef> columns)
            implements FromItem {}

    record FunctionItem(AstExpr function, List<ColumnDef> columns) {}

    record TableSample(
            RangeVar relation, List<String> method, List<AstExpr> arguments, AstExpr repeatable, int location)
            implements FromItem {}

    enum JoinKind {
        INNER,
        LEFT,
        FULL,
        RIGHT
    }

    /// CROSS is INNER without a condition. `using` empty unless written; `usingAlias` is `USING (…) AS alias`.
    record Join(
            JoinKind kind,
            boolean natural,
            FromItem left,
            FromItem right,
            List<String> using,
            Alias usingAlias,
            AstExpr on,
            Alias alias)
            implements FromItem {}

    record XmlTable(
            boolean lateral,
            List<ResTarget> namespaces,
            AstExpr rowExpression,
            AstExpr documentExpression,
            List<XmlTableColumn> columns,
            Alias alias,
            int location)
            implements FromItem {}

    record XmlTableColumn(
            String name,
            TypeName type,
            boolean forOrdinality,
            boolean notNull,
            AstExpr path,
            AstExpr defaultValue,
            int location) {}
}
