package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.InsertStmt;
import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.OnConflict;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// INSERT. Source: PostgreSQL's transformInsertStmt.
final class InsertAnalyzer {
    private InsertAnalyzer() {}

    static Query analyze(ParseState state, InsertStmt raw) {
        CommonTableAnalyzer.analyze(state, raw.with());
        TargetTable target = TargetTable.open(state, raw.relation());
        List<ResTarget> columns = columns(target, raw);
        List<TargetEntry> targets = switch (raw.source()) {
            case null -> List.of();
            case SelectStmt select
            when isPlainValues(select) ->
                values(state, target, columns, raw, ((SelectStmt.Values) select.body()).rows());
            case SelectStmt select -> fromSelect(state, target, columns, raw, select);
        };
        List<JoinTree> joins = List.copyOf(state.joinItems);
        state.namespace = new ArrayList<>(List.of(target.item()));
        OnConflict onConflict = OnConflictAnalyzer.analyze(state, target, raw.onConflict());
        List<TargetEntry> returning = target.returning(state, raw.returning());
        QueryBuilder query = new QueryBuilder()
                .command(Query.Command.INSERT)
                .resultRelation(target.item().index())
                .targets(targets)
                .overriding(Query.Overriding.valueOf(raw.overriding().name()))
                .onConflict(onConflict)
                .returning(returning);
        return Finish.query(state, query, new JoinTree.From(joins, null), false);
    }

    private static boolean isPlainValues(SelectStmt select) {
        return select.body() instanceof SelectStmt.Values
                && select.with() == null
                && select.orderBy().isEmpty()
                && select.limitCount() == null
                && select.limitOffset() == null;
    }

    private static List<ResTarget> columns(TargetTable target, InsertStmt raw) {
        if (raw.columns().isEmpty()) {
            List<ResTarget> all = new ArrayList<>();
            target.table().columns().stream()
                    .filter(column -> !column.dropped())
                    .forEach(column -> all.add(new ResTarget(column.name(), List.of(), null, -1)));
            return all;
        }
        List<String> seen = new ArrayList<>();
        for (ResTarget column : raw.columns()) {
            target.attribute(column);
            if (seen.contains(column.name()) && column.indirection().isEmpty()) {
                throw new PgException(
                                SqlState.DUPLICATE_COLUMN,
                                "column \"%s\" specified more than once".formatted(column.name()))
                        .at(column.location() + 1);
            }
            seen.add(column.name());
        }
        return raw.columns();
    }

    private static List<TargetEntry> values(
            ParseState state, TargetTable target, List<ResTarget> columns, InsertStmt raw, List<List<AstExpr>> rows) {
        if (rows.size() == 1) {
            List<Expr> values = TargetListAnalyzer.expressions(state, rows.getFirst(), ExprKind.VALUES_SINGLE, true);
            return entries(target, columns, assigned(state, target, columns, raw, values));
        }
        List<List<Expr>> converted = new ArrayList<>();
        int width = rows.getFirst().size();
        for (List<AstExpr> row : rows) {
            if (row.size() != width) {
                throw new PgException(SqlState.SYNTAX_ERROR, "VALUES lists must all be the same length")
                        .at(row.getFirst().location() + 1);
            }
            List<Expr> values = TargetListAnalyzer.expressions(state, row, ExprKind.VALUES, true);
            List<Expr> fitted = assigned(state, target, columns, raw, values);
            fitted.replaceAll(value -> CollationAssigner.assign(state, value));
            converted.add(List.copyOf(fitted));
        }
        List<ColumnInfo> types = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            types.add(Coercion.column("column" + (i + 1), converted.getFirst().get(i)));
        }
        NamespaceItem item = state.add(new RangeTableEntry.Values("*VALUES*", false, types, converted, false));
        state.joinItems.add(new JoinTree.Reference(item.index()));
        return entries(target, columns, references(item));
    }

    private static List<TargetEntry> fromSelect(
            ParseState state, TargetTable target, List<ResTarget> columns, InsertStmt raw, SelectStmt select) {
        Query query = QueryAnalyzer.subquery(state, select, false);
        List<ColumnInfo> types = new ArrayList<>();
        query.resultColumns().forEach(entry -> types.add(Coercion.column(entry.name(), entry.expression())));
        NamespaceItem item = state.add(new RangeTableEntry.Subquery("*SELECT*", false, types, query, false));
        state.joinItems.add(new JoinTree.Reference(item.index()));
        List<Expr> values = references(item);
        for (int i = 0; i < values.size(); i++) {
            // An unknown literal is read as the column's type, so it is taken out of the subquery.
            Expr inner = query.resultColumns().get(i).expression();
            if (inner instanceof Expr.Const constant && constant.type() == io.pglitedb.types.Oids.UNKNOWN) {
                values.set(i, inner);
            }
        }
        return entries(target, columns, assigned(state, target, columns, raw, values));
    }

    private static List<Expr> references(NamespaceItem item) {
        List<Expr> values = new ArrayList<>();
        for (int i = 0; i < item.variables().size(); i++) {
            values.add(item.reference(i, 0, -1));
        }
        return values;
    }

    private static List<Expr> assigned(
            ParseState state, TargetTable target, List<ResTarget> columns, InsertStmt raw, List<Expr> values) {
        if (values.size() > columns.size()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "INSERT has more expressions than target columns")
                    .at(values.get(columns.size()).location() + 1);
        }
        if (!raw.columns().isEmpty() && values.size() < columns.size()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "INSERT has more target columns than expressions")
                    .at(columns.get(values.size()).location() + 1);
        }
        List<Expr> result = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ResTarget column = columns.get(i);
            result.add(target.assigned(state, values.get(i), target.attribute(column), column));
        }
        return result;
    }

    private static List<TargetEntry> entries(TargetTable target, List<ResTarget> columns, List<Expr> values) {
        List<TargetEntry> result = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ResTarget column = columns.get(i);
            result.add(new TargetEntry(values.get(i), target.attribute(column), column.name(), false));
        }
        return result;
    }
}
