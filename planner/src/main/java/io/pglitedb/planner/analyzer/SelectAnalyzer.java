package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// SELECT and VALUES. Source: PostgreSQL's transformSelectStmt and transformValuesClause.
final class SelectAnalyzer {
    private SelectAnalyzer() {}

    static Query analyze(ParseState state, SelectStmt raw) {
        CommonTableAnalyzer.analyze(state, raw.with());
        state.locking = raw.locking();
        return switch (raw.body()) {
            case SelectStmt.Plain plain -> plain(state, raw, plain);
            case SelectStmt.Values values -> values(state, raw, values);
            case SelectStmt.SetOperation ignored -> SetOperationAnalyzer.analyze(state, raw);
        };
    }

    private static Query plain(ParseState state, SelectStmt raw, SelectStmt.Plain body) {
        if (body.into() != null) {
            throw new PgException(SqlState.SYNTAX_ERROR, "SELECT ... INTO is not allowed here")
                    .at(body.into().relation().location() + 1);
        }
        state.windowDefinitions.addAll(body.windows());
        FromClauseAnalyzer.analyze(state, body.from());
        List<TargetEntry> targets = TargetListAnalyzer.analyze(state, body.targets(), ExprKind.SELECT_TARGET);
        Expr where = condition(state, body.where(), ExprKind.WHERE, "WHERE");
        Expr having = condition(state, body.having(), ExprKind.HAVING, "HAVING");
        List<SortGroupClause> sort =
                state.in(ExprKind.ORDER_BY, () -> SortGroupAnalyzer.order(state, raw.orderBy(), targets, false));
        GroupByAnalyzer.Grouped grouped = GroupByAnalyzer.analyze(state, body.groupBy(), targets, sort);
        List<SortGroupClause> distinct = switch (body.distinct()) {
            case null -> List.of();
            case SelectStmt.DistinctAll ignored -> SortGroupAnalyzer.distinct(state, targets, sort, false);
            case SelectStmt.DistinctOn on -> SortGroupAnalyzer.distinctOn(state, on.expressions(), targets, sort);
        };
        boolean distinctOn = body.distinct() instanceof SelectStmt.DistinctOn;
        QueryBuilder query = new QueryBuilder();
        limits(state, raw, query);
        query.windows(WindowAnalyzer.definitions(state, targets));
        if (state.resolveUnknowns) {
            TargetListAnalyzer.resolveUnknowns(state, targets);
        }
        query.sort(sort)
                .group(grouped.clauses())
                .groupingSets(grouped.sets())
                .groupDistinct(body.groupDistinct())
                .distinct(distinct)
                .having(having);
        return Finish.query(state, query.targets(targets), new JoinTree.From(state.joinItems, where), distinctOn);
    }

    static Expr condition(ParseState state, AstExpr raw, ExprKind kind, String name) {
        return raw == null
                ? null
                : state.in(kind, () -> Coercion.toBoolean(state, ExpressionAnalyzer.analyze(state, raw), name));
    }

    static void limits(ParseState state, SelectStmt raw, QueryBuilder query) {
        query.limitOffset(limit(state, raw.limitOffset(), ExprKind.OFFSET, "OFFSET"));
        Expr count = limit(state, raw.limitCount(), ExprKind.LIMIT, "LIMIT");
        if (raw.withTies() && count instanceof Expr.Const constant && constant.isNull()) {
            throw new PgException(
                    SqlState.INVALID_ROW_COUNT_IN_LIMIT_CLAUSE,
                    "row count cannot be null in FETCH FIRST ... WITH TIES clause");
        }
        query.limitCount(count).withTies(raw.withTies());
    }

    private static Expr limit(ParseState state, AstExpr raw, ExprKind kind, String name) {
        if (raw == null) {
            return null;
        }
        return state.in(kind, () -> {
            Expr value = Coercion.toSpecific(state, ExpressionAnalyzer.analyze(state, raw), INT8, -1, name);
            forbidVariables(value, name);
            return value;
        });
    }

    /// PostgreSQL's `checkExprIsVarFree`.
    static void forbidVariables(Expr value, String name) {
        Expr variable = Levels.variable(List.of(value), 0);
        if (variable != null) {
            throw new PgException(
                            SqlState.INVALID_COLUMN_REFERENCE,
                            "argument of %s must not contain variables".formatted(name))
                    .at(variable.location() + 1);
        }
    }

    private static Query values(ParseState state, SelectStmt raw, SelectStmt.Values body) {
        List<List<Expr>> rows = new ArrayList<>();
        int width = -1;
        for (List<AstExpr> row : body.rows()) {
            List<Expr> values = TargetListAnalyzer.expressions(state, row, ExprKind.VALUES, false);
            if (width >= 0 && values.size() != width) {
                throw new PgException(SqlState.SYNTAX_ERROR, "VALUES lists must all be the same length")
                        .at(row.getFirst().location() + 1);
            }
            width = values.size();
            rows.add(values);
        }
        List<ColumnInfo> columns = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            int index = column;
            List<Expr> values = new ArrayList<>();
            rows.forEach(row -> values.add(row.get(index)));
            int type = CommonType.select(state.types(), values, "VALUES");
            for (List<Expr> row : rows) {
                row.set(
                        index,
                        CollationAssigner.assign(state, Coercion.toCommon(state, row.get(index), type, "VALUES")));
            }
            List<Expr> converted = new ArrayList<>();
            rows.forEach(row -> converted.add(row.get(index)));
            columns.add(new ColumnInfo(
                    "column" + (column + 1),
                    type,
                    Expr.commonTypmod(converted, type),
                    CollationAssigner.common(state, converted, true)));
        }
        boolean lateral = rows.stream().flatMap(List::stream).anyMatch(Walk::containsLocalVariable);
        List<List<Expr>> frozen = rows.stream().map(List::copyOf).toList();
        NamespaceItem item = state.add(new RangeTableEntry.Values("*VALUES*", false, columns, frozen, lateral));
        state.namespace.add(item);
        state.joinItems.add(new JoinTree.Reference(item.index()));
        List<TargetEntry> targets = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            targets.add(new TargetEntry(
                    item.reference(i, 0, -1),
                    state.nextTargetNumber++,
                    columns.get(i).name(),
                    false));
        }
        QueryBuilder query = new QueryBuilder();
        query.sort(state.in(ExprKind.ORDER_BY, () -> SortGroupAnalyzer.order(state, raw.orderBy(), targets, false)));
        limits(state, raw, query);
        if (!raw.locking().isEmpty()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    Locking.name(raw.locking().getFirst().strength()) + " cannot be applied to VALUES");
        }
        return Finish.query(state, query.targets(targets), new JoinTree.From(state.joinItems, null), false);
    }

    static Expr assignable(ParseState state, Expr value, int type, int typmod) {
        return Coercion.toTarget(state, value, type, typmod, Context.ASSIGNMENT, Origin.Form.IMPLICIT_CAST, -1);
    }
}
