package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.UNKNOWN;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.InsertStmt;
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
        InsertColumns columns = InsertColumns.of(target, raw.columns());
        List<TargetEntry> targets = switch (raw.source()) {
            case null -> List.of();
            case SelectStmt select
            when isPlainValues(select) -> values(state, columns, ((SelectStmt.Values) select.body()).rows());
            case SelectStmt select -> fromSelect(state, columns, select);
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

    private static List<TargetEntry> values(ParseState state, InsertColumns columns, List<List<AstExpr>> rows) {
        if (rows.size() == 1) {
            return columns.entries(columns.assigned(state, singleRow(state, rows.getFirst())));
        }
        List<List<Expr>> converted = new ArrayList<>();
        int width = -1;
        for (List<AstExpr> row : rows) {
            List<Expr> values = TargetListAnalyzer.expressions(state, row, ExprKind.VALUES, true);
            if (width >= 0 && values.size() != width) {
                throw new PgException(SqlState.SYNTAX_ERROR, "VALUES lists must all be the same length")
                        .at(values.getFirst().location() + 1);
            }
            width = values.size();
            // What puts a value into a part of a column stands over the reference to the list, once for all rows.
            converted.add(columns.assigned(state, values).stream()
                    .map(ColumnAssignment::strip)
                    .map(value -> CollationAssigner.assign(state, value))
                    .toList());
        }
        List<ColumnInfo> types = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            types.add(Coercion.column("column" + (i + 1), converted.getFirst().get(i)));
        }
        boolean lateral = converted.stream().flatMap(List::stream).anyMatch(Walk::containsLocalVariable);
        NamespaceItem item = state.add(new RangeTableEntry.Values("*VALUES*", false, types, converted, lateral));
        state.joinItems.add(new JoinTree.Reference(item.index()));
        List<Expr> references = references(item);
        return columns.entries(columns.hasParts() ? columns.assigned(state, references) : references);
    }

    static List<Expr> singleRow(ParseState state, List<AstExpr> row) {
        return TargetListAnalyzer.expressions(state, row, ExprKind.VALUES_SINGLE, true);
    }

    private static List<TargetEntry> fromSelect(ParseState state, InsertColumns columns, SelectStmt select) {
        Query query = QueryAnalyzer.subquery(state, select, false);
        List<ColumnInfo> types = new ArrayList<>();
        query.resultColumns().forEach(entry -> types.add(Coercion.column(entry.name(), entry.expression())));
        NamespaceItem item = state.add(new RangeTableEntry.Subquery("*SELECT*", false, types, query, false));
        state.joinItems.add(new JoinTree.Reference(item.index()));
        List<Expr> values = new ArrayList<>();
        for (int i = 0; i < item.variables().size(); i++) {
            Expr inner = query.resultColumns().get(i).expression();
            // An unknown literal is read as the column's type, so it is taken out of the subquery.
            boolean literal = inner.type() == UNKNOWN && (inner instanceof Expr.Const || inner instanceof Expr.Param);
            values.add(literal ? inner : item.reference(i, 0, inner.location()));
        }
        return columns.entries(columns.assigned(state, values));
    }

    private static List<Expr> references(NamespaceItem item) {
        List<Expr> values = new ArrayList<>();
        for (int i = 0; i < item.variables().size(); i++) {
            values.add(item.reference(i, 0, -1));
        }
        return values;
    }
}
