package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.analyzer.FromClauseAnalyzer.Analyzed;
import io.pglitedb.planner.ast.FromItem;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinKind;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// JOIN with ON, USING and NATURAL. Source: PostgreSQL's transformFromClauseItem.
final class JoinAnalyzer {
    private JoinAnalyzer() {}

    static Analyzed analyze(ParseState state, FromItem.Join raw) {
        JoinKind kind = JoinKind.valueOf(raw.kind().name());
        Analyzed left = FromClauseAnalyzer.item(state, raw.left());
        List<NamespaceItem> saved = state.namespace;
        boolean lateralOk = kind == JoinKind.INNER || kind == JoinKind.LEFT;
        state.namespace = new ArrayList<>(saved);
        left.items().forEach(item -> state.namespace.add(item.lateral(true, lateralOk)));
        Analyzed right = FromClauseAnalyzer.item(state, raw.right());
        state.namespace = saved;
        ColumnLookup.checkUnique(left.items(), right.items());
        List<NamespaceItem> both = new ArrayList<>(left.items());
        both.addAll(right.items());

        List<String> using = raw.natural() ? shared(left.own(), right.own()) : raw.using();
        List<ColumnInfo> columns = new ArrayList<>();
        List<Expr> aliases = new ArrayList<>();
        List<Expr.Var> variables = new ArrayList<>();
        List<Expr> tests = new ArrayList<>();
        boolean[] mergedLeft = new boolean[left.own().columnNames().size()];
        boolean[] mergedRight = new boolean[right.own().columnNames().size()];
        for (String name : using) {
            int l = column(left.own(), name, "left");
            int r = column(right.own(), name, "right");
            mergedLeft[l] = true;
            mergedRight[r] = true;
            Expr.Var first = left.own().reference(l, 0, -1);
            Expr.Var second = right.own().reference(r, 0, -1);
            tests.add(
                    state.in(ExprKind.JOIN_USING, () -> OperatorResolver.call(state, List.of("="), first, second, -1)));
            Expr merged = merged(state, kind, first, second);
            columns.add(Coercion.column(name, merged));
            aliases.add(merged);
            variables.add(merged instanceof Expr.Var variable ? variable : null);
        }
        rest(left.own(), mergedLeft, columns, aliases, variables);
        rest(right.own(), mergedRight, columns, aliases, variables);
        Expr condition = null;
        if (!tests.isEmpty()) {
            condition = tests.size() == 1
                    ? tests.getFirst()
                    : new Expr.BooleanExpr(Expr.BooleanKind.AND, tests, Origin.NONE);
        } else if (raw.on() != null) {
            state.namespace = new ArrayList<>(both);
            condition = SelectAnalyzer.condition(state, raw.on(), ExprKind.JOIN_ON, "JOIN/ON");
            state.namespace = saved;
        }
        boolean named = raw.alias() != null;
        String usingAlias = raw.usingAlias() == null ? null : raw.usingAlias().name();
        String name = FromClauseAnalyzer.name(raw.alias(), "unnamed_join");
        List<ColumnInfo> shown = FromClauseAnalyzer.aliased(columns, raw.alias(), name, "join expression");
        NamespaceItem added =
                state.add(new RangeTableEntry.Join(name, named, shown, kind, using.size(), aliases, usingAlias));
        // Columns of a named join are called by its name when the query is printed.
        for (int i = 0; i < variables.size(); i++) {
            if (named || variables.get(i) == null) {
                variables.set(i, added.variables().get(i));
            }
        }
        NamespaceItem own = new NamespaceItem(
                added.entry(),
                added.index(),
                name,
                added.columnNames(),
                List.copyOf(variables),
                named,
                true,
                false,
                true,
                false,
                0);
        List<NamespaceItem> items = new ArrayList<>();
        if (!named) {
            // The sides stay visible by their names; their columns are named through the join.
            both.forEach(item -> items.add(item.visible(item.relationVisible(), false)));
            if (usingAlias != null) {
                NamespaceItem merged = own.firstColumns(using, usingAlias);
                ColumnLookup.checkUnique(List.of(merged), both);
                items.add(merged);
            }
        }
        items.add(own);
        JoinTree tree =
                new JoinTree.Join(kind, raw.natural(), left.tree(), right.tree(), using, condition, added.index());
        return new Analyzed(tree, own, items);
    }

    private static List<String> shared(NamespaceItem left, NamespaceItem right) {
        List<String> names = new ArrayList<>();
        for (String name : left.columnNames()) {
            if (!name.isEmpty() && right.columnNames().contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static int column(NamespaceItem side, String name, String which) {
        int index = side.columnNames().indexOf(name);
        if (index < 0) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"%s\" specified in USING clause does not exist in %s table".formatted(name, which));
        }
        if (side.columnNames().lastIndexOf(name) != index) {
            throw new PgException(
                    SqlState.AMBIGUOUS_COLUMN,
                    "common column name \"%s\" appears more than once in %s table".formatted(name, which));
        }
        return index;
    }

    private static Expr merged(ParseState state, JoinKind kind, Expr left, Expr right) {
        int type = CommonType.select(state.types(), List.of(left, right), "JOIN/USING");
        int typmod = Expr.commonTypmod(List.of(left, right), type);
        Expr first = merged(state, left, type, typmod);
        Expr second = merged(state, right, type, typmod);
        return switch (kind) {
            case INNER -> first instanceof Expr.Var || !(second instanceof Expr.Var) ? first : second;
            case LEFT -> first;
            case RIGHT -> second;
            case FULL ->
                new Expr.Coalesce(List.of(first, second), type, state.types().collationOf(type), Origin.NONE);
        };
    }

    /// Sides of one type may still differ in their modifiers.
    private static Expr merged(ParseState state, Expr side, int type, int typmod) {
        return side.type() == type && side.typmod() != typmod
                ? new Expr.RelabelType(side, type, typmod, side.collation(), new Origin(-1, Origin.Form.IMPLICIT_CAST))
                : Coercion.toCommon(state, side, type, "JOIN/USING");
    }

    private static void rest(
            NamespaceItem side,
            boolean[] merged,
            List<ColumnInfo> columns,
            List<Expr> aliases,
            List<Expr.Var> variables) {
        for (int i = 0; i < merged.length; i++) {
            if (!merged[i] && !side.columnNames().get(i).isEmpty()) {
                Expr.Var variable = side.reference(i, 0, -1);
                columns.add(Coercion.column(side.columnNames().get(i), variable));
                aliases.add(variable);
                variables.add(variable);
            }
        }
    }
}
