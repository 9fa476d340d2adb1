package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QuerySearch;
import io.pglitedb.planner.query.QuerySearch.Step;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Columns outside aggregates must be grouped, or depend on a grouped primary key. Source: PostgreSQL's
/// parseCheckAggregates.
final class GroupingChecker {
    private static final int SETS_MAX = 4096;

    private final Query query;
    private final CatalogView catalog;
    private final JoinAliases aliases;
    /// One a group clause, join aliases replaced by what they stand for.
    private final List<Expr> grouped = new ArrayList<>();
    /// Those that are in every grouping set.
    private final List<Expr> always = new ArrayList<>();
    /// Range table indexes of tables whose primary key is grouped.
    private final List<Integer> keyGrouped = new ArrayList<>();

    private GroupingChecker(CatalogView catalog, Query query) {
        this.query = query;
        this.catalog = catalog;
        this.aliases = new JoinAliases(query);
    }

    /// The query with the references of its GROUPING calls, and without a grouping set that is plain GROUP BY.
    static Query check(ParseState state, Query query) {
        return new GroupingChecker(state.catalog(), query).check(state);
    }

    private Query check(ParseState state) {
        boolean sets = !query.groupingSets().isEmpty();
        boolean single = false;
        if (sets) {
            long count = GroupingSetFacts.count(query.groupingSets(), SETS_MAX);
            if (count > SETS_MAX) {
                throw new PgException(
                        SqlState.STATEMENT_TOO_COMPLEX,
                        "too many grouping sets present (maximum %d)".formatted(SETS_MAX));
            }
            single = count == 1 && !query.group().isEmpty();
        }
        Set<Integer> common = GroupingSetFacts.common(query.groupingSets());
        for (SortGroupClause clause : query.group()) {
            Expr expression = aliases.flatten(target(clause.reference()).expression());
            grouped.add(expression);
            if (!sets || common.contains(clause.reference())) {
                always.add(expression);
            }
        }
        Query resolved = new GroupingReferences(query, grouped, aliases).resolve();
        resolved.targets().forEach(target -> check(aliases.flatten(target.expression()), 0, false));
        if (resolved.having() != null) {
            check(aliases.flatten(resolved.having()), 0, false);
        }
        if (state.hasAggregates) {
            forbidInRecursion(resolved);
        }
        return single ? resolved.toBuilder().groupingSets(List.of()).build() : resolved;
    }

    private TargetEntry target(int reference) {
        return query.targets().stream()
                .filter(target -> target.reference() == reference)
                .findFirst()
                .orElseThrow();
    }

    private void forbidInRecursion(Query resolved) {
        boolean recursive = resolved.rangeTable().stream()
                .anyMatch(
                        entry -> entry instanceof RangeTableEntry.CteReference reference && reference.selfReference());
        if (!recursive) {
            return;
        }
        List<Expr> expressions = new ArrayList<>();
        resolved.targets().forEach(target -> expressions.add(target.expression()));
        if (resolved.having() != null) {
            expressions.add(resolved.having());
        }
        Expr aggregate = Levels.aggregate(expressions, 0);
        throw new PgException(
                        SqlState.INVALID_RECURSION,
                        "aggregate functions are not allowed in a recursive query's recursive term")
                .at(aggregate == null ? 0 : aggregate.location() + 1);
    }

    private void check(Expr root, int start, boolean direct) {
        QuerySearch.visit(root, start, (expression, depth) -> step(expression, depth, direct));
    }

    private Step step(Expr expression, int depth, boolean direct) {
        switch (expression) {
            case Expr.AggregateCall call -> {
                if (call.levelsUp() == depth) {
                    call.directArguments().forEach(argument -> check(argument, depth, true));
                    return Step.SKIP;
                }
                if (call.levelsUp() > depth) {
                    return Step.SKIP;
                }
            }
            case Expr.Grouping call -> {
                if (call.levelsUp() >= depth) {
                    return Step.SKIP;
                }
            }
            default -> {}
        }
        if (depth == 0 && grouped.contains(expression)) {
            return Step.SKIP;
        }
        if (expression instanceof Expr.Var variable && variable.levelsUp() == depth) {
            variable(variable, depth, direct);
        }
        return Step.DESCEND;
    }

    private void variable(Expr.Var variable, int depth, boolean direct) {
        Expr local = aliases.flatten(variable.atLevel(0));
        if (!(local instanceof Expr.Var column)) {
            check(Outer.raise(local, depth), depth, direct);
            return;
        }
        if (grouped.contains(column) || isDependent(column)) {
            return;
        }
        RangeTableEntry entry = query.rangeTableEntry(column.rangeTableIndex());
        String name = "%s.%s".formatted(entry.name(), columnName(column.attribute(), entry));
        if (depth > 0) {
            throw new PgException(
                            SqlState.GROUPING_ERROR,
                            "subquery uses ungrouped column \"%s\" from outer query".formatted(name))
                    .at(variable.location() + 1);
        }
        PgException error = new PgException(
                        SqlState.GROUPING_ERROR,
                        "column \"%s\" must appear in the GROUP BY clause or be used in an aggregate function"
                                .formatted(name))
                .at(variable.location() + 1);
        throw direct
                ? error.detail("Direct arguments of an ordered-set aggregate must use only grouped columns.")
                : error;
    }

    private static String columnName(int attribute, RangeTableEntry entry) {
        if (attribute == 0) {
            return "*";
        }
        return attribute > 0 ? entry.columns().get(attribute - 1).name() : ColumnLookup.systemColumn(attribute);
    }

    /// Whether the table's primary key is grouped, so that a group has one row of it.
    private boolean isDependent(Expr.Var column) {
        int index = column.rangeTableIndex();
        if (keyGrouped.contains(index)) {
            return true;
        }
        if (!(query.rangeTableEntry(index) instanceof RangeTableEntry.Relation relation)) {
            return false;
        }
        for (ConstraintDef constraint : catalog.constraints(relation.table())) {
            if (constraint.kind() == 'p'
                    && !constraint.deferrable()
                    && constraint.columns().stream().allMatch(attribute -> isAlwaysGrouped(index, attribute))) {
                keyGrouped.add(index);
                return true;
            }
        }
        return false;
    }

    private boolean isAlwaysGrouped(int index, int attribute) {
        return always.stream()
                .anyMatch(expression -> expression instanceof Expr.Var variable
                        && variable.rangeTableIndex() == index
                        && variable.attribute() == attribute
                        && variable.levelsUp() == 0);
    }
}
