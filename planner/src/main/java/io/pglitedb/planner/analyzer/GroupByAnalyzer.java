package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.GroupingSet;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// GROUP BY with its grouping sets, and PARTITION BY. Source: PostgreSQL's transformGroupClause.
final class GroupByAnalyzer {
    private static final int CUBE_MAX = 12;

    /// @param clauses every expression once
    /// @param sets empty without grouping sets
    record Grouped(List<SortGroupClause> clauses, List<GroupingSet> sets) {}

    /// A grouping element without its superfluous nesting.
    private sealed interface Element {}

    private record Plain(AstExpr expression) implements Element {}

    /// `(a, b)` inside a grouping set
    private record Row(List<AstExpr> expressions) implements Element {}

    private record Sets(AstExpr.GroupingSetKind kind, List<Element> content, int location) implements Element {}

    private final ParseState state;
    private final List<TargetEntry> targets;
    private final List<SortGroupClause> sort;
    private final boolean expressionsOnly;
    private final List<SortGroupClause> clauses = new ArrayList<>();

    private GroupByAnalyzer(
            ParseState state, List<TargetEntry> targets, List<SortGroupClause> sort, boolean expressionsOnly) {
        this.state = state;
        this.targets = targets;
        this.sort = sort;
        this.expressionsOnly = expressionsOnly;
    }

    static Grouped analyze(ParseState state, List<AstExpr> raw, List<TargetEntry> targets, List<SortGroupClause> sort) {
        return state.in(ExprKind.GROUP_BY, () -> new GroupByAnalyzer(state, targets, sort, false).analyze(raw));
    }

    /// PARTITION BY, where names and numbers do not mean output columns.
    static List<SortGroupClause> partition(
            ParseState state, List<AstExpr> raw, List<TargetEntry> targets, List<SortGroupClause> order) {
        return state.in(
                ExprKind.WINDOW_PARTITION,
                () -> new GroupByAnalyzer(state, targets, order, true)
                        .analyze(raw)
                        .clauses());
    }

    private Grouped analyze(List<AstExpr> raw) {
        List<Element> elements = new ArrayList<>();
        boolean anySets = false;
        for (AstExpr item : raw) {
            if (item instanceof AstExpr.GroupingSet set) {
                anySets = true;
                if (set.kind() != AstExpr.GroupingSetKind.EMPTY) {
                    elements.add(flattened(set));
                }
            } else {
                expressions(item).forEach(expression -> elements.add(new Plain(expression)));
            }
        }
        if (elements.isEmpty() && anySets) {
            return new Grouped(List.of(), List.of(new GroupingSet.Empty()));
        }
        List<GroupingSet> sets = new ArrayList<>();
        List<Integer> seen = new ArrayList<>();
        for (Element element : elements) {
            switch (element) {
                case Sets nested -> sets.add(sets(nested));
                case Row row -> throw new IllegalStateException("a row is spread at the top: " + row);
                case Plain plain -> {
                    int reference = reference(plain.expression(), true);
                    if (!seen.contains(reference)) {
                        seen.add(reference);
                        sets.add(new GroupingSet.Simple(List.of(reference)));
                    }
                }
            }
        }
        return new Grouped(clauses, anySets ? sets : List.of());
    }

    /// `(a, (b, c))` is a, b, c.
    private static List<AstExpr> expressions(AstExpr item) {
        if (!(item instanceof AstExpr.RowExpr row) || row.explicit()) {
            return List.of(item);
        }
        List<AstExpr> all = new ArrayList<>();
        row.fields().forEach(field -> all.addAll(expressions(field)));
        return all;
    }

    /// GROUPING SETS right inside GROUPING SETS are spread there.
    private static Sets flattened(AstExpr.GroupingSet raw) {
        List<Element> content = new ArrayList<>();
        for (AstExpr item : raw.content()) {
            switch (item) {
                case AstExpr.GroupingSet set -> {
                    Sets inner = flattened(set);
                    if (set.kind() == AstExpr.GroupingSetKind.SETS) {
                        content.addAll(inner.content());
                    } else {
                        content.add(inner);
                    }
                }
                case AstExpr.RowExpr row when !row.explicit() -> content.add(new Row(expressions(row)));
                default -> content.add(new Plain(item));
            }
        }
        return new Sets(raw.kind(), content, raw.location());
    }

    private GroupingSet sets(Sets raw) {
        List<GroupingSet> content = new ArrayList<>();
        for (Element element : raw.content()) {
            content.add(
                    switch (element) {
                        case Sets nested -> sets(nested);
                        case Plain plain -> new GroupingSet.Simple(List.of(reference(plain.expression(), false)));
                        case Row row ->
                            new GroupingSet.Simple(row.expressions().stream()
                                    .map(expression -> reference(expression, false))
                                    .distinct()
                                    .toList());
                    });
        }
        if (raw.kind() == AstExpr.GroupingSetKind.CUBE && content.size() > CUBE_MAX) {
            throw new PgException(SqlState.TOO_MANY_COLUMNS, "CUBE is limited to 12 elements").at(raw.location() + 1);
        }
        return switch (raw.kind()) {
            case EMPTY -> new GroupingSet.Empty();
            case ROLLUP -> new GroupingSet.Rollup(content);
            case CUBE -> new GroupingSet.Cube(content);
            case SETS -> new GroupingSet.Sets(content);
        };
    }

    /// Reference of the expression's target; its clause is there afterwards.
    private int reference(AstExpr raw, boolean top) {
        int index = expressionsOnly
                ? SortGroupAnalyzer.byExpression(state, raw, targets)
                : SortGroupAnalyzer.byNameOrNumber(state, raw, targets, "GROUP BY");
        int before = clauses.size();
        SortGroupAnalyzer.add(state, clauses, targets, index, sort, raw.location());
        if (!top && clauses.size() > before) {
            SortGroupClause added = clauses.removeLast();
            clauses.add(new SortGroupClause(
                    added.reference(), added.equalityOperator(), added.sortOperator(), false, added.hashable()));
        }
        return SortGroupAnalyzer.reference(targets, index);
    }
}
