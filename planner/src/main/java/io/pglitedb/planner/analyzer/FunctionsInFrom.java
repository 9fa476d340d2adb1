package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.ColumnDef;
import io.pglitedb.planner.ast.FromItem;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Functions in FROM. Source: PostgreSQL's transformRangeFunction and addRangeTableEntryForFunction.
final class FunctionsInFrom {
    private FunctionsInFrom() {}

    static NamespaceItem analyze(ParseState state, FromItem.RangeFunction raw) {
        List<RangeTableEntry.RangeFunction> functions = new ArrayList<>();
        List<ColumnInfo> columns = new ArrayList<>();
        String first = null;
        List<FromItem.FunctionItem> items = spread(raw);
        for (FromItem.FunctionItem item : items) {
            Expr call = FromClauseAnalyzer.lateral(state, true, () -> {
                Expr lastSet = state.lastSetReturning;
                Expr value = ExpressionAnalyzer.analyze(state, item.function(), ExprKind.FROM_FUNCTION);
                if (state.lastSetReturning != lastSet) {
                    SetReturningChecks.topLevelOnly(state, value);
                }
                return CollationAssigner.assign(state, value);
            });
            String name = ColumnNames.of(item.function());
            first = first == null ? name : first;
            List<ColumnDef> written = item.columns().isEmpty() ? raw.columns() : item.columns();
            boolean single = items.size() == 1 && raw.alias() != null;
            List<ColumnInfo> own =
                    columns(state, call, written, single ? raw.alias().name() : name, item.function());
            functions.add(new RangeTableEntry.RangeFunction(call, own.size(), written.isEmpty() ? List.of() : own));
            columns.addAll(own);
        }
        if (raw.ordinality()) {
            columns.add(new ColumnInfo("ordinality", INT8, -1, NONE));
        }
        String name = FromClauseAnalyzer.name(raw.alias(), first);
        return state.add(new RangeTableEntry.Functions(
                name,
                raw.alias() != null,
                FromClauseAnalyzer.aliased(columns, raw.alias(), name),
                functions,
                raw.ordinality(),
                raw.lateral() || usesSiblings(functions)));
    }

    private static boolean usesSiblings(List<RangeTableEntry.RangeFunction> functions) {
        return Levels.variable(
                        functions.stream()
                                .map(RangeTableEntry.RangeFunction::call)
                                .toList(),
                        0)
                != null;
    }

    /// `unnest(a, b)` is `ROWS FROM (unnest(a), unnest(b))`.
    private static List<FromItem.FunctionItem> spread(FromItem.RangeFunction raw) {
        List<FromItem.FunctionItem> items = new ArrayList<>();
        for (FromItem.FunctionItem item : raw.functions()) {
            if (item.function() instanceof AstExpr.FuncCall call
                    && call.name().equals(List.of("unnest"))
                    && call.arguments().size() > 1
                    && call.orderBy().isEmpty()
                    && call.filter() == null
                    && call.over() == null
                    && !call.star()
                    && !call.distinct()
                    && !call.variadic()
                    && item.columns().isEmpty()
                    && raw.columns().isEmpty()) {
                for (AstExpr argument : call.arguments()) {
                    AstExpr one = new AstExpr.FuncCall(
                            List.of("pg_catalog", "unnest"),
                            List.of(argument),
                            List.of(),
                            null,
                            null,
                            false,
                            false,
                            false,
                            false,
                            false,
                            call.location());
                    items.add(new FromItem.FunctionItem(one, List.of()));
                }
            } else {
                items.add(item);
            }
        }
        return items;
    }

    private static List<ColumnInfo> columns(
            ParseState state, Expr call, List<ColumnDef> written, String scalarName, AstExpr raw) {
        FunctionDef function =
                call instanceof Expr.FunctionCall it ? state.catalog().function(it.function()) : null;
        List<FunctionDef.Argument> outputs = function == null ? List.of() : OutParameters.of(function);
        int type = call.type();
        List<ColumnInfo> columns = new ArrayList<>();
        if (!outputs.isEmpty() && type == RECORD) {
            forbid(written, raw, "a column definition list is redundant for a function with OUT parameters");
            columns.addAll(OutParameters.columns(state.types(), (Expr.FunctionCall) call));
        } else if (type == RECORD) {
            if (written.isEmpty()) {
                throw new PgException(
                                SqlState.SYNTAX_ERROR,
                                "a column definition list is required for functions returning \"record\"")
                        .at(raw.location() + 1);
            }
            for (ColumnDef column : written) {
                SqlType resolved = TypeNames.resolve(state, column.type());
                columns.add(new ColumnInfo(
                        column.name(),
                        resolved.oid(),
                        resolved.typmod(),
                        state.types().collationOf(resolved.oid())));
            }
        } else if (state.types().isComposite(type)) {
            forbid(
                    written,
                    raw,
                    "a column definition list is redundant for a function returning a named composite type");
            for (io.pglitedb.catalog.def.ColumnDef column : CompositeTypes.columns(state.types(), type)) {
                columns.add(new ColumnInfo(
                        column.dropped() ? "" : column.name(),
                        column.type(),
                        column.typmod(),
                        column.collation(),
                        column.dropped()));
            }
        } else {
            forbid(written, raw, "a column definition list is only allowed for functions returning \"record\"");
            String name = outputs.size() == 1 ? outputs.getFirst().name() : scalarName;
            columns.add(new ColumnInfo(name, type, call.typmod(), call.collation()));
        }
        return columns;
    }

    private static void forbid(List<ColumnDef> written, AstExpr raw, String message) {
        if (!written.isEmpty()) {
            throw new PgException(SqlState.SYNTAX_ERROR, message)
                    .at((written.getFirst().location() >= 0 ? written.getFirst().location() : raw.location()) + 1);
        }
    }
}
