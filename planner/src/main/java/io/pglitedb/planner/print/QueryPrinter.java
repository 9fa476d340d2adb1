package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.query.CommonTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.GroupingSet;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.RowMark;
import io.pglitedb.planner.query.RuleRows;
import io.pglitedb.planner.query.SetOperationTree;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.planner.query.WindowClause;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.text.Quoting;
import java.util.List;

/// Queries. Source: `get_query_def`, `get_select_query_def`.
final class QueryPrinter {
    private final CatalogView catalog;
    private final SessionContext session;
    private final QueryColumns columns;
    private final Output out;
    private final ExpressionPrinter expressions;
    private final SortPrinter sorts;
    private final WindowPrinter windows;

    QueryPrinter(CatalogView catalog, SessionContext session, QueryColumns columns, Output out) {
        this.catalog = catalog;
        this.session = session;
        this.columns = columns;
        this.out = out;
        this.expressions = new ExpressionPrinter(catalog, session, columns, out);
        this.sorts = new SortPrinter(expressions, catalog, new Names(catalog), out);
        this.windows = new WindowPrinter(expressions, sorts, out);
    }

    /// @param names of the result columns where they are to be others than the query's own: a view's
    /// @param visible whether somebody outside may name the result columns
    void print(Query query, List<String> names, boolean visible) {
        int level = out.level();
        if (RuleRows.isNotification(query)) {
            notification(((Expr.FunctionCall) query.targets().getFirst().expression()).arguments());
            return;
        }
        with(query);
        switch (query.command()) {
            case SELECT -> select(query, names, visible);
            case INSERT, UPDATE, DELETE, MERGE ->
                new ModificationPrinter(catalog, session, columns, out, expressions).print(query, visible);
        }
        out.indent(level - out.level());
    }

    private void notification(List<Expr> arguments) {
        String channel = ((Expr.Const) arguments.getFirst()).value().toString();
        String payload = ((Expr.Const) arguments.get(1)).value().toString();
        out.keyword("", 0, Output.STANDARD, 1);
        out.put("NOTIFY ").put(Quoting.identifier(channel));
        out.put(payload.isEmpty() ? "" : ", " + Quoting.literal(payload));
    }

    private void with(Query query) {
        if (query.commonTables().isEmpty()) {
            return;
        }
        if (out.style.indent()) {
            out.indent(Output.STANDARD);
            out.put(" ");
        }
        String separator = query.features().recursive() ? "WITH RECURSIVE " : "WITH ";
        for (CommonTable table : query.commonTables()) {
            out.put(separator).put(Quoting.identifier(table.name()));
            if (!table.columnAliases().isEmpty()) {
                out.put("(")
                        .put(String.join(
                                ", ",
                                table.columnAliases().stream()
                                        .map(Quoting::identifier)
                                        .toList()))
                        .put(")");
            }
            out.put(" AS ");
            out.put(
                    switch (table.materialize()) {
                        case DEFAULT -> "";
                        case ALWAYS -> "MATERIALIZED ";
                        case NEVER -> "NOT MATERIALIZED ";
                    });
            out.put("(");
            if (out.style.indent()) {
                out.keyword("", 0, 0, 0);
            }
            new QueryPrinter(catalog, session, columns.inside(table.query()), out)
                    .print(table.query(), List.of(), true);
            if (out.style.indent()) {
                out.keyword("", 0, 0, 0);
            }
            out.put(")");
            search(table);
            separator = ", ";
        }
        if (out.style.indent()) {
            out.indent(-Output.STANDARD);
            out.keyword("", 0, 0, 0);
        } else {
            out.put(" ");
        }
    }

    private void search(CommonTable table) {
        if (table.search() != null) {
            out.put(table.search().breadthFirst() ? " SEARCH BREADTH" : " SEARCH DEPTH");
            out.put(" FIRST BY ").put(quoted(table.search().columns()));
            out.put(" SET ").put(Quoting.identifier(table.search().sequenceColumn()));
        }
        if (table.cycle() != null) {
            out.put(" CYCLE ").put(quoted(table.cycle().columns()));
            out.put(" SET ").put(Quoting.identifier(table.cycle().markColumn()));
            boolean plain = table.cycle().markValue() instanceof Expr.Const value
                    && Boolean.TRUE.equals(value.value())
                    && table.cycle().markDefault() instanceof Expr.Const otherwise
                    && Boolean.FALSE.equals(otherwise.value());
            if (!plain) {
                out.put(" TO ");
                expressions.print(table.cycle().markValue());
                out.put(" DEFAULT ");
                expressions.print(table.cycle().markDefault());
            }
            out.put(" USING ").put(Quoting.identifier(table.cycle().pathColumn()));
        }
    }

    static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(Quoting::identifier).toList());
    }

    private void select(Query query, List<String> names, boolean visible) {
        if (query.setOperations() != null) {
            setOperation(query, query.setOperations(), names, visible);
        } else {
            plain(query, names, visible);
        }
        boolean force = query.setOperations() != null;
        if (!query.sort().isEmpty()) {
            out.keyword(" ORDER BY ", -Output.STANDARD, Output.STANDARD, 1);
            order(query, force);
        }
        if (query.limitOffset() != null) {
            out.keyword(" OFFSET ", -Output.STANDARD, Output.STANDARD, 0);
            expressions.print(query.limitOffset());
        }
        if (query.limitCount() != null) {
            limit(query);
        }
        query.rowMarks().stream().filter(mark -> !mark.pushedDown()).forEach(this::lock);
    }

    /// A set operation is ordered by its output columns: by their numbers.
    private void order(Query query, boolean byNumber) {
        if (!byNumber) {
            sorts.print(query.sort(), query.targets());
            return;
        }
        for (int index = 0; index < query.sort().size(); index++) {
            TargetEntry target =
                    SortPrinter.target(query.targets(), query.sort().get(index).reference());
            out.put(index > 0 ? ", " : "").put(Integer.toString(target.number()));
            sorts.direction(query.sort().get(index));
        }
    }

    private void limit(Query query) {
        if (query.withTies()) {
            out.keyword(" FETCH FIRST (", -Output.STANDARD, Output.STANDARD, 0);
            expressions.print(query.limitCount());
            out.put(") ROWS WITH TIES");
            return;
        }
        out.keyword(" LIMIT ", -Output.STANDARD, Output.STANDARD, 0);
        if (query.limitCount() instanceof Expr.Const constant && constant.isNull()) {
            out.put("ALL");
        } else {
            expressions.print(query.limitCount());
        }
    }

    private void lock(RowMark mark) {
        String strength = "FOR " + mark.strength().name().replace('_', ' ');
        out.keyword(" " + strength, -Output.STANDARD, Output.STANDARD, 0);
        out.put(" OF ").put(Quoting.identifier(columns.entryName(mark.rangeTableIndex())));
        out.put(
                switch (mark.waiting()) {
                    case BLOCK -> "";
                    case SKIP -> " SKIP LOCKED";
                    case ERROR -> " NOWAIT";
                });
    }

    private void plain(Query query, List<String> names, boolean visible) {
        if (out.style.indent()) {
            out.indent(Output.STANDARD);
            out.put(" ");
        }
        RangeTableEntry.Values values = values(query, names);
        if (values != null) {
            values(values.rows());
            return;
        }
        out.put(isReturn(query) ? "RETURN" : "SELECT");
        distinct(query);
        new TargetPrinter(expressions, columns, out).print(query.targets(), names, visible);
        new FromPrinter(catalog, session, columns, out, expressions).from(" FROM ", query);
        if (query.joinTree().where() != null) {
            out.keyword(" WHERE ", -Output.STANDARD, Output.STANDARD, 1);
            expressions.print(query.joinTree().where());
        }
        group(query);
        if (query.having() != null) {
            out.keyword(" HAVING ", -Output.STANDARD, Output.STANDARD, 0);
            expressions.print(query.having());
        }
        windows(query);
    }

    /// A routine's `RETURN`: only there a column of the result has no name.
    private static boolean isReturn(Query query) {
        return query.targets().size() == 1
                && query.targets().getFirst().name() == null
                && !query.targets().getFirst().junk();
    }

    /// `VALUES (…)` as the whole query, its columns called as they are by default; null when it is more.
    private static RangeTableEntry.Values values(Query query, List<String> names) {
        if (query.joinTree().items().size() != 1
                || !(query.joinTree().items().getFirst() instanceof JoinTree.Reference(int index))
                || !(query.rangeTableEntry(index) instanceof RangeTableEntry.Values values)
                || values.aliasWritten()
                || query.joinTree().where() != null
                || !query.group().isEmpty()
                || query.targets().size() != values.columns().size()) {
            return null;
        }
        for (int i = 0; i < query.targets().size(); i++) {
            TargetEntry target = query.targets().get(i);
            String name = i < names.size() ? names.get(i) : target.name();
            boolean plain = target.expression() instanceof Expr.Var variable
                    && variable.attribute() == i + 1
                    && !target.junk()
                    && values.columns().get(i).name().equals(name);
            if (!plain) {
                return null;
            }
        }
        return values;
    }

    void values(List<List<Expr>> rows) {
        out.put("VALUES ");
        for (int index = 0; index < rows.size(); index++) {
            out.put(index > 0 ? ", " : "");
            out.put("(");
            for (int column = 0; column < rows.get(index).size(); column++) {
                out.put(column > 0 ? "," : "");
                expressions.printWhole(rows.get(index).get(column), false);
            }
            out.put(")");
        }
    }

    private void distinct(Query query) {
        if (query.distinct().isEmpty()) {
            return;
        }
        if (query.features().distinctOn()) {
            out.put(" DISTINCT ON (");
            sorts.group(query.distinct(), query.targets());
            out.put(")");
        } else {
            out.put(" DISTINCT");
        }
    }

    private void group(Query query) {
        if (query.group().isEmpty() && query.groupingSets().isEmpty()) {
            return;
        }
        out.keyword(" GROUP BY ", -Output.STANDARD, Output.STANDARD, 1);
        out.put(query.groupDistinct() ? "DISTINCT " : "");
        if (query.groupingSets().isEmpty()) {
            sorts.group(query.group(), query.targets());
            return;
        }
        for (int index = 0; index < query.groupingSets().size(); index++) {
            out.put(index > 0 ? ", " : "");
            groupingSet(query.groupingSets().get(index), query, true);
        }
    }

    private void groupingSet(GroupingSet set, Query query, boolean omitParentheses) {
        switch (set) {
            case GroupingSet.Empty _ -> out.put("()");
            case GroupingSet.Simple(List<Integer> references) -> {
                boolean bare = omitParentheses && references.size() == 1;
                out.put(bare ? "" : "(");
                for (int index = 0; index < references.size(); index++) {
                    out.put(index > 0 ? ", " : "");
                    sorts.expression(SortPrinter.target(query.targets(), references.get(index)));
                }
                out.put(bare ? "" : ")");
            }
            case GroupingSet.Rollup(List<GroupingSet> content) -> groupingSets("ROLLUP(", content, query, true);
            case GroupingSet.Cube(List<GroupingSet> content) -> groupingSets("CUBE(", content, query, true);
            case GroupingSet.Sets(List<GroupingSet> content) -> groupingSets("GROUPING SETS (", content, query, false);
        }
    }

    private void groupingSets(String opening, List<GroupingSet> content, Query query, boolean omitParentheses) {
        out.put(opening);
        for (int index = 0; index < content.size(); index++) {
            out.put(index > 0 ? ", " : "");
            groupingSet(content.get(index), query, omitParentheses);
        }
        out.put(")");
    }

    private void windows(Query query) {
        String separator = null;
        for (WindowClause window : query.windows()) {
            if (window.name() == null) {
                continue;
            }
            if (separator == null) {
                out.keyword(" WINDOW ", -Output.STANDARD, Output.STANDARD, 1);
                separator = ", ";
            } else {
                out.put(separator);
            }
            out.put(Quoting.identifier(window.name())).put(" AS ");
            windows.definition(window, query.targets());
        }
    }

    private void setOperation(Query query, SetOperationTree tree, List<String> names, boolean visible) {
        switch (tree) {
            case SetOperationTree.Leaf(int index) -> leaf(query, index, names, visible);
            case SetOperationTree.Operation operation -> {
                left(query, operation, names, visible);
                out.put(operation.kind().name() + " ").put(operation.all() ? "ALL " : "");
                right(query, operation.right(), names);
            }
        }
    }

    /// The first of two: in parentheses when it is another kind of set operation.
    private void left(Query query, SetOperationTree.Operation whole, List<String> names, boolean visible) {
        if (whole.left() instanceof SetOperationTree.Operation left
                && (left.kind() != whole.kind() || left.all() != whole.all())) {
            out.put("(");
            out.keyword("", Output.STANDARD, 0, 0);
            setOperation(query, left, names, visible);
            out.keyword(") ", -Output.STANDARD, 0, 0);
            return;
        }
        setOperation(query, whole.left(), names, visible);
        if (out.style.indent()) {
            out.keyword("", 0, 0, 0);
        } else {
            out.put(" ");
        }
    }

    private void right(Query query, SetOperationTree tree, List<String> names) {
        boolean parentheses = tree instanceof SetOperationTree.Operation;
        int more = parentheses ? Output.STANDARD : 0;
        out.put(parentheses ? "(" : "");
        out.keyword("", more, 0, 0);
        setOperation(query, tree, names, false);
        out.indent(out.style.indent() ? -more : 0);
        if (parentheses) {
            out.keyword(")", 0, 0, 0);
        }
    }

    private void leaf(Query query, int index, List<String> names, boolean visible) {
        Query inner = ((RangeTableEntry.Subquery) query.rangeTableEntry(index)).query();
        boolean parentheses = !inner.commonTables().isEmpty()
                || !inner.sort().isEmpty()
                || !inner.rowMarks().isEmpty()
                || inner.limitOffset() != null
                || inner.limitCount() != null
                || inner.setOperations() != null;
        out.put(parentheses ? "(" : "");
        new QueryPrinter(catalog, session, columns.inside(inner), out).print(inner, names, visible);
        out.put(parentheses ? ")" : "");
    }
}
