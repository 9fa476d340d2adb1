package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.SortBy;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// ORDER BY, GROUP BY and DISTINCT over a target list, which grows by junk entries. Source: PostgreSQL's
/// parse_clause.c.
final class SortGroupAnalyzer {
    private SortGroupAnalyzer() {}

    /// @param expressionsOnly the rules of SQL99: names and numbers do not mean output columns
    static List<SortGroupClause> order(
            ParseState state, List<SortBy> raw, List<TargetEntry> targets, boolean expressionsOnly) {
        List<SortGroupClause> result = new ArrayList<>();
        for (SortBy sort : raw) {
            int index = expressionsOnly
                    ? byExpression(state, sort.expression(), targets)
                    : byNameOrNumber(state, sort.expression(), targets, "ORDER BY");
            addOrder(state, sort, targets, index, result);
        }
        return result;
    }

    /// PostgreSQL's `addTargetToSortList`.
    static void addOrder(
            ParseState state, SortBy sort, List<TargetEntry> targets, int index, List<SortGroupClause> result) {
        settleUnknown(state, targets, index);
        int type = targets.get(index).expression().type();
        int location = sort.location() >= 0
                ? sort.location()
                : targets.get(index).expression().location();
        int sortOperator;
        int equalityOperator;
        boolean descending = sort.direction() == SortBy.Direction.DESC;
        boolean hashable;
        if (sort.direction() == SortBy.Direction.USING) {
            sortOperator = OperatorResolver.findCompatible(state, sort.operator(), type, type, location)
                    .oid();
            SortOperators.Ordering ordering = SortOperators.ordering(state.catalog(), sortOperator);
            if (ordering == null) {
                throw new PgException(
                                SqlState.WRONG_OBJECT_TYPE,
                                "operator %s is not a valid ordering operator"
                                        .formatted(sort.operator().getLast()))
                        .hint("Ordering operators must be \"<\" or \">\" members of btree operator families.")
                        .at(location + 1);
            }
            descending = ordering.descending();
            equalityOperator = ordering.equal();
            hashable = SortOperators.isHashable(state.types(), equalityOperator, type);
        } else {
            SortOperators.Operators operators = SortOperators.find(state, type, true, location);
            sortOperator = descending ? operators.greater() : operators.less();
            equalityOperator = operators.equal();
            hashable = operators.hashable();
        }
        boolean nullsFirst = switch (sort.nulls()) {
            case DEFAULT -> descending;
            case FIRST -> true;
            case LAST -> false;
        };
        int reference = reference(targets, index);
        if (result.stream()
                .noneMatch(clause -> clause.reference() == reference && sameOrder(state, clause, sortOperator))) {
            result.add(new SortGroupClause(reference, equalityOperator, sortOperator, nullsFirst, hashable));
        }
    }

    /// By the same operator, or the other way round.
    private static boolean sameOrder(ParseState state, SortGroupClause clause, int sortOperator) {
        return clause.sortOperator() == sortOperator
                || state.catalog().operator(sortOperator).commutator() == clause.sortOperator();
    }

    /// Adds a target for grouping or DISTINCT. A clause that ORDER BY has for the same entry is taken over, so
    /// that one sort serves both.
    static void add(
            ParseState state,
            List<SortGroupClause> result,
            List<TargetEntry> targets,
            int index,
            List<SortGroupClause> sort,
            int location) {
        settleUnknown(state, targets, index);
        int reference = reference(targets, index);
        if (contains(result, reference)) {
            return;
        }
        for (SortGroupClause clause : sort) {
            if (clause.reference() == reference) {
                result.add(clause);
                return;
            }
        }
        SortOperators.Operators operators =
                SortOperators.find(state, targets.get(index).expression().type(), false, location);
        result.add(new SortGroupClause(reference, operators.equal(), operators.less(), false, operators.hashable()));
    }

    static boolean contains(List<SortGroupClause> clauses, int reference) {
        return clauses.stream().anyMatch(clause -> clause.reference() == reference);
    }

    static List<SortGroupClause> distinct(
            ParseState state, List<TargetEntry> targets, List<SortGroupClause> sort, boolean aggregate) {
        List<SortGroupClause> result = new ArrayList<>();
        for (SortGroupClause clause : sort) {
            for (TargetEntry target : targets) {
                if (target.reference() == clause.reference() && target.junk()) {
                    throw new PgException(
                                    SqlState.INVALID_COLUMN_REFERENCE,
                                    aggregate
                                            ? "in an aggregate with DISTINCT, ORDER BY expressions must appear in"
                                                    + " argument list"
                                            : "for SELECT DISTINCT, ORDER BY expressions must appear in select list")
                            .at(target.expression().location() + 1);
                }
            }
            result.add(clause);
        }
        for (int i = 0; i < targets.size(); i++) {
            if (!targets.get(i).junk()) {
                add(state, result, targets, i, sort, targets.get(i).expression().location());
            }
        }
        if (result.isEmpty()) {
            throw new PgException(
                    SqlState.SYNTAX_ERROR,
                    aggregate
                            ? "an aggregate with DISTINCT must have at least one argument"
                            : "SELECT DISTINCT must have at least one column");
        }
        return result;
    }

    static List<SortGroupClause> distinctOn(
            ParseState state, List<AstExpr> raw, List<TargetEntry> targets, List<SortGroupClause> sort) {
        return state.in(ExprKind.DISTINCT_ON, () -> {
            List<Integer> references = new ArrayList<>();
            for (AstExpr item : raw) {
                int index = byNameOrNumber(state, item, targets, "DISTINCT ON");
                settleUnknown(state, targets, index);
                references.add(reference(targets, index));
            }
            List<SortGroupClause> result = new ArrayList<>();
            boolean skipped = false;
            for (SortGroupClause clause : sort) {
                if (!references.contains(clause.reference())) {
                    skipped = true;
                } else if (skipped) {
                    throw mustMatch(raw.get(references.indexOf(clause.reference())));
                } else {
                    result.add(clause);
                }
            }
            for (int reference : references) {
                if (contains(result, reference)) {
                    continue;
                }
                if (skipped) {
                    throw mustMatch(raw.get(references.indexOf(reference)));
                }
                for (int i = 0; i < targets.size(); i++) {
                    if (targets.get(i).reference() == reference) {
                        add(state, result, targets, i, List.of(), raw.getFirst().location());
                    }
                }
            }
            return result;
        });
    }

    private static PgException mustMatch(AstExpr raw) {
        return new PgException(
                        SqlState.INVALID_COLUMN_REFERENCE,
                        "SELECT DISTINCT ON expressions must match initial ORDER BY expressions")
                .at(raw.location() + 1);
    }

    private static void settleUnknown(ParseState state, List<TargetEntry> targets, int index) {
        TargetEntry entry = targets.get(index);
        if (entry.expression().type() == UNKNOWN) {
            targets.set(index, entry.withExpression(Coercion.toCommon(state, entry.expression(), TEXT, "ORDER BY")));
        }
    }

    static int reference(List<TargetEntry> targets, int index) {
        TargetEntry entry = targets.get(index);
        if (entry.reference() != 0) {
            return entry.reference();
        }
        int reference =
                1 + targets.stream().mapToInt(TargetEntry::reference).max().orElse(0);
        targets.set(index, entry.withReference(reference));
        return reference;
    }

    /// The rules of SQL92: an output column's name or number, else an expression.
    static int byNameOrNumber(ParseState state, AstExpr raw, List<TargetEntry> targets, String clause) {
        if (raw instanceof AstExpr.ColumnRef column
                && !column.star()
                && column.fields().size() == 1) {
            String name = column.fields().getFirst();
            // GROUP BY prefers input columns.
            boolean input =
                    clause.equals("GROUP BY") && ColumnLookup.column(state, name, true, column.location()) != null;
            if (!input) {
                int match = -1;
                for (int i = 0; i < targets.size(); i++) {
                    if (!targets.get(i).junk() && name.equals(targets.get(i).name())) {
                        if (match >= 0
                                && !targets.get(match)
                                        .expression()
                                        .equals(targets.get(i).expression())) {
                            throw new PgException(
                                            SqlState.AMBIGUOUS_COLUMN, "%s \"%s\" is ambiguous".formatted(clause, name))
                                    .at(raw.location() + 1);
                        }
                        match = match < 0 ? i : match;
                    }
                }
                if (match >= 0) {
                    checkTarget(state, targets.get(match).expression(), clause);
                    return match;
                }
            }
        }
        if (raw instanceof AstExpr.Constant constant && !(constant instanceof AstExpr.NullConst)) {
            if (!(constant instanceof AstExpr.IntegerConst number)) {
                throw new PgException(SqlState.SYNTAX_ERROR, "non-integer constant in " + clause)
                        .at(raw.location() + 1);
            }
            int position = 0;
            for (int i = 0; i < targets.size(); i++) {
                if (!targets.get(i).junk() && ++position == number.value()) {
                    checkTarget(state, targets.get(i).expression(), clause);
                    return i;
                }
            }
            throw new PgException(
                            SqlState.INVALID_COLUMN_REFERENCE,
                            "%s position %d is not in select list".formatted(clause, number.value()))
                    .at(raw.location() + 1);
        }
        return byExpression(state, raw, targets);
    }

    private static void checkTarget(ParseState state, Expr expression, String clause) {
        if (!clause.equals("GROUP BY")) {
            return;
        }
        Expr aggregate = Walk.first(expression, e -> e instanceof Expr.AggregateCall a && a.levelsUp() == 0);
        if (aggregate != null) {
            throw new PgException(SqlState.GROUPING_ERROR, "aggregate functions are not allowed in GROUP BY")
                    .at(aggregate.location() + 1);
        }
        Expr window = Walk.first(expression, e -> e instanceof Expr.WindowCall);
        if (window != null) {
            throw new PgException(SqlState.WINDOWING_ERROR, "window functions are not allowed in GROUP BY")
                    .at(window.location() + 1);
        }
    }

    static int byExpression(ParseState state, AstExpr raw, List<TargetEntry> targets) {
        Expr value = ExpressionAnalyzer.analyze(state, raw);
        for (int i = 0; i < targets.size(); i++) {
            if (Coercion.stripImplicit(targets.get(i).expression()).equals(value)) {
                return i;
            }
        }
        targets.add(new TargetEntry(value, targets.size() + 1, null, true));
        return targets.size() - 1;
    }
}
