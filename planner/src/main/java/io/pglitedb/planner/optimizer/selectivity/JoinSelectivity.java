package io.pglitedb.planner.optimizer.selectivity;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.query.Expr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Shares of pairs of rows that a condition between leaves lets through. Source: PostgreSQL's eqjoinsel and its
/// relatives.
public final class JoinSelectivity {
    private final CatalogView catalog;
    private final FactsSource facts;
    private final Selectivity single;
    /// Share of rows that what follows from a condition, and is counted by itself, lets through.
    private final Map<Expr, Double> implied = new HashMap<>();

    public JoinSelectivity(CatalogView catalog, FactsSource facts, Selectivity single) {
        this.catalog = catalog;
        this.facts = facts;
        this.single = single;
    }

    /// Notes that a condition on one leaf follows from another on several, which from now on tells only what it
    /// lets through of the rest.
    ///
    /// @param share what the condition that follows lets through
    public void implies(Expr condition, double share) {
        implied.merge(condition, share, (one, another) -> one * another);
    }

    /// Of the pairs of an inner or outer join.
    public double inner(Expr condition) {
        double already = implied.isEmpty() ? 1 : implied.getOrDefault(condition, 1.0);
        return Math.clamp(share(condition) / Math.max(already, Double.MIN_NORMAL), 0, 1);
    }

    private double share(Expr condition) {
        if (condition instanceof Expr.BooleanExpr logic) {
            return logic(logic);
        }
        // An arm of an OR may be about one side only.
        if (!(condition instanceof Expr.OperatorCall call)
                || call.arguments().size() != 2
                || ExpressionFacts.leaves(condition).size() < 2) {
            return single.of(condition);
        }
        OperatorDef operator = catalog.operator(call.operator());
        return switch (estimator(operator)) {
            case "eqjoinsel" ->
                equal(
                        facts.of(call.arguments().get(0)),
                        facts.of(call.arguments().get(1)));
            case "neqjoinsel" -> {
                ColumnFacts left = facts.of(call.arguments().get(0));
                ColumnFacts right = facts.of(call.arguments().get(1));
                yield 1 - equal(left, right);
            }
            default -> single.of(condition);
        };
    }

    private double logic(Expr.BooleanExpr logic) {
        return switch (logic.kind()) {
            case NOT -> 1 - inner(logic.arguments().getFirst());
            case AND -> {
                double all = 1;
                for (Expr argument : logic.arguments()) {
                    all *= inner(argument);
                }
                yield all;
            }
            case OR -> {
                double either = 0;
                for (Expr argument : logic.arguments()) {
                    double one = inner(argument);
                    either = either + one - either * one;
                }
                yield either;
            }
        };
    }

    private String estimator(OperatorDef operator) {
        FunctionDef function =
                operator == null || operator.joinEstimator() == 0 ? null : catalog.function(operator.joinEstimator());
        return function == null ? "" : function.name();
    }

    private static double equal(ColumnFacts left, ColumnFacts right) {
        if (left == null || right == null) {
            return Selectivity.DEFAULT_EQUAL;
        }
        if (!left.common().isEmpty()
                && !right.common().isEmpty()
                && Values.converted(
                                right.common().getFirst(),
                                right.type().oid(),
                                left.type().oid())
                        == right.common().getFirst()
                && Values.comparable(left.common().getFirst(), right.common().getFirst())) {
            return byCommonValues(left, right);
        }
        double share = (1 - left.nullShare()) * (1 - right.nullShare());
        return share / Math.max(left.distinct(), right.distinct());
    }

    /// Common values that both have pair off exactly; the rest as if spread evenly.
    private static double byCommonValues(ColumnFacts left, ColumnFacts right) {
        Set<Integer> matchedRight = new HashSet<>();
        double pairs = 0;
        double leftMatched = 0;
        double rightMatched = 0;
        int matches = 0;
        for (int i = 0; i < left.common().size(); i++) {
            for (int j = 0; j < right.common().size(); j++) {
                if (!matchedRight.contains(j)
                        && Values.compare(
                                        left.type(),
                                        left.common().get(i),
                                        right.common().get(j))
                                == 0) {
                    matchedRight.add(j);
                    matches++;
                    pairs += left.shares()[i] * right.shares()[j];
                    leftMatched += left.shares()[i];
                    rightMatched += right.shares()[j];
                    break;
                }
            }
        }
        double leftUnmatched = Math.clamp(left.commonShare() - leftMatched, 0, 1);
        double rightUnmatched = Math.clamp(right.commonShare() - rightMatched, 0, 1);
        double leftOthers = Math.clamp(1 - left.nullShare() - leftMatched - leftUnmatched, 0, 1);
        double rightOthers = Math.clamp(1 - right.nullShare() - rightMatched - rightUnmatched, 0, 1);
        int leftCommon = left.common().size();
        int rightCommon = right.common().size();
        double fromLeft = pairs;
        if (right.distinct() > rightCommon) {
            fromLeft += leftUnmatched * rightOthers / (right.distinct() - rightCommon);
        }
        if (right.distinct() > matches) {
            fromLeft += leftOthers * (rightOthers + rightUnmatched) / (right.distinct() - matches);
        }
        double fromRight = pairs;
        if (left.distinct() > leftCommon) {
            fromRight += rightUnmatched * leftOthers / (left.distinct() - leftCommon);
        }
        if (left.distinct() > matches) {
            fromRight += rightOthers * (leftOthers + leftUnmatched) / (left.distinct() - matches);
        }
        return Math.min(fromLeft, fromRight);
    }

    /// Share of left rows that have a partner. Equalities tell which rows have candidates (PostgreSQL's
    /// eqjoinsel_semi), the other conditions how many of these are partners; there is one at least with the
    /// probability that a Poisson distribution gives. PostgreSQL takes a `<>` beside an equality for certain,
    /// which leaves an ANTI join without rows.
    ///
    /// @param conditions of the join
    /// @param rightRows rows of the right side, after its own conditions
    public double semi(List<Expr> conditions, Set<Integer> left, double rightRows) {
        double withCandidates = 1;
        double pairs = 1;
        double partners = 1;
        boolean onlyEqualities = true;
        for (Expr condition : conditions) {
            double equality = semi(condition, left, rightRows);
            if (equality < 0) {
                onlyEqualities = false;
                partners *= inner(condition);
            } else {
                withCandidates *= equality;
                pairs *= inner(condition);
            }
        }
        if (onlyEqualities || withCandidates == 0) {
            return Math.clamp(withCandidates, 0, 1);
        }
        double candidates = rightRows * pairs / withCandidates;
        return Math.clamp(withCandidates * (1 - Math.exp(-candidates * partners)), 0, 1);
    }

    /// Below zero for what is no equality of two columns that something is known of.
    private double semi(Expr condition, Set<Integer> left, double rightRows) {
        if (condition instanceof Expr.OperatorCall call && call.arguments().size() == 2) {
            ColumnFacts first = facts.of(call.arguments().get(0));
            ColumnFacts second = facts.of(call.arguments().get(1));
            if (first != null
                    && second != null
                    && estimator(catalog.operator(call.operator())).equals("eqjoinsel")) {
                boolean firstIsLeft =
                        left.containsAll(ExpressionFacts.leaves(call.arguments().get(0)));
                return firstIsLeft ? semi(first, second, rightRows) : semi(second, first, rightRows);
            }
        }
        return -1;
    }

    private static double semi(ColumnFacts left, ColumnFacts right, double rightRows) {
        double rightDistinct = Math.min(right.distinct(), rightRows);
        boolean guessed = right.guessed() && rightRows >= right.distinct();
        if (left.guessed() || guessed) {
            return 0.5 * (1 - left.nullShare());
        }
        return (left.distinct() <= rightDistinct ? 1 : rightDistinct / left.distinct()) * (1 - left.nullShare());
    }
}
