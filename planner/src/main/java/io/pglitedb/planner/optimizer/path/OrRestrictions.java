package io.pglitedb.planner.optimizer.path;

import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What an OR over several leaves says of one: `(a.x = 1 AND b.y = 2) OR (a.x = 3 AND b.y = 4)` holds for rows of
/// a with `a.x = 1 OR a.x = 3` only. The OR itself stays. Source of the idea: PostgreSQL's
/// extract_restriction_or_clauses.
final class OrRestrictions {
    /// A condition that lets more through is not worth its evaluation.
    private static final double SHARE_MAX = 0.9;

    private OrRestrictions() {}

    /// @param leaf a leaf's number, alone
    static List<Expr> of(List<Expr> conditions, Set<Integer> leaf, PlanningContext context) {
        List<Expr> found = new ArrayList<>();
        for (Expr condition : conditions) {
            if (condition instanceof Expr.BooleanExpr or
                    && or.kind() == Expr.BooleanKind.OR
                    && ExpressionFacts.leaves(or).size() > 1) {
                Expr restriction = restriction(or, leaf, context);
                double share = restriction == null ? 1 : context.selectivity().of(List.of(restriction));
                if (share < SHARE_MAX) {
                    context.joinSelectivity().implies(or, share);
                    found.add(restriction);
                }
            }
        }
        return found;
    }

    /// Null when an arm says nothing of the leaf.
    private static Expr restriction(Expr.BooleanExpr or, Set<Integer> leaf, PlanningContext context) {
        List<Expr> arms = new ArrayList<>();
        for (Expr arm : or.arguments()) {
            List<Expr> own = Conjuncts.of(arm);
            own.removeIf(condition -> !ExpressionFacts.leaves(condition).equals(leaf)
                    || ExpressionFacts.isVolatile(condition, context.catalog())
                    || ExpressionFacts.contains(condition, Expr.SubPlan.class));
            if (own.isEmpty()) {
                return null;
            }
            arms.add(Conjuncts.and(own));
        }
        return new Expr.BooleanExpr(Expr.BooleanKind.OR, arms, Origin.NONE);
    }
}
