package io.pglitedb.executor.command.copy;

import io.pglitedb.planner.ast.Alias;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.FromItem;
import io.pglitedb.planner.ast.InsertStmt;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.ast.SelectStmt;
import java.util.List;
import java.util.stream.IntStream;

/// The statements that a COPY of a table stands for.
final class CopyStatements {
    private static final int NOWHERE = -1;

    private CopyStatements() {}

    /// `SELECT columns FROM ONLY table`
    static SelectStmt select(RangeVar table, List<String> columns) {
        RangeVar only = new RangeVar(
                table.catalog(),
                table.schema(),
                table.relation(),
                false,
                table.persistence(),
                table.alias(),
                table.location());
        List<ResTarget> targets = columns.stream()
                .map(column ->
                        new ResTarget(null, List.of(), new AstExpr.ColumnRef(List.of(column), false, NOWHERE), NOWHERE))
                .toList();
        return select(targets, List.of(only), null);
    }

    private static SelectStmt select(List<ResTarget> targets, List<FromItem> from, AstExpr where) {
        return SelectStmt.of(new SelectStmt.Plain(null, targets, null, from, where, List.of(), false, null, List.of()));
    }

    /// `INSERT INTO table (columns) VALUES ($1, …)`, with a condition
    /// `INSERT INTO table (columns) SELECT * FROM (VALUES ($1, …)) AS table (columns) WHERE condition`
    static InsertStmt insert(RangeVar table, List<String> columns, AstExpr where) {
        List<AstExpr> parameters = IntStream.rangeClosed(1, columns.size())
                .<AstExpr>mapToObj(number -> new AstExpr.ParamRef(number, NOWHERE))
                .toList();
        SelectStmt source = SelectStmt.of(new SelectStmt.Values(List.of(parameters)));
        if (where != null) {
            Alias alias = new Alias(table.relation(), columns);
            ResTarget all = new ResTarget(null, List.of(), new AstExpr.ColumnRef(List.of(), true, NOWHERE), NOWHERE);
            source = select(List.of(all), List.of(new FromItem.Subselect(false, source, alias, NOWHERE)), where);
        }
        List<ResTarget> targets = columns.stream()
                .map(column -> new ResTarget(column, List.of(), null, NOWHERE))
                .toList();
        return new InsertStmt(table, targets, source, null, List.of(), null, InsertStmt.Overriding.SYSTEM);
    }
}
