package io.pglitedb.planner.optimizer.expression;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import java.util.List;

/// Whether conditions say that another one is true. What it cannot prove it denies. Source of the rules:
/// PostgreSQL's predicate_implied_by.
public final class Implication {
    private static final int BTREE = 403; // OID
    private static final int LESS = 1;
    private static final int LESS_EQUAL = 2;
    private static final int EQUAL = 3;
    private static final int GREATER_EQUAL = 4;
    private static final int GREATER = 5;
    /// The operator that has to hold between the known constant and the wanted one, by known strategy (from 1),
    /// then wanted strategy; 0 for no conclusion. Source: BT_implic_table.
    private static final int[][] PROOF = {
        {GREATER_EQUAL, GREATER_EQUAL, 0, 0, 0},
        {GREATER, GREATER_EQUAL, 0, 0, 0},
        {GREATER, GREATER_EQUAL, EQUAL, LESS_EQUAL, LESS},
        {0, 0, 0, LESS_EQUAL, LESS},
        {0, 0, 0, LESS_EQUAL, LESS_EQUAL}
    };

    private final CatalogView catalog;
    private final ConstantFolding folding;

    public Implication(CatalogView catalog, ConstantFolding folding) {
        this.catalog = catalog;
        this.folding = folding;
    }

    /// Whether all of the conditions together imply the one wanted.
    public boolean implies(List<Expr> known, Expr wanted) {
        if (wanted instanceof Expr.BooleanExpr and && and.kind() == Expr.BooleanKind.AND) {
            return and.arguments().stream().allMatch(part -> implies(known, part));
        }
        if (known.contains(wanted)) {
            return true;
        }
        for (Expr condition : known) {
            if (implies(condition, wanted)) {
                return true;
            }
        }
        return wanted instanceof Expr.BooleanExpr or
                && or.kind() == Expr.BooleanKind.OR
                && or.arguments().stream().anyMatch(part -> implies(known, part));
    }

    private boolean implies(Expr known, Expr wanted) {
        if (known.equals(wanted)) {
            return true;
        }
        if (known instanceof Expr.BooleanExpr logic) {
            return switch (logic.kind()) {
                case AND -> implies(logic.arguments(), wanted);
                case OR -> logic.arguments().stream().allMatch(part -> implies(List.of(part), wanted));
                case NOT -> false;
            };
        }
        if (wanted instanceof Expr.NullTest test && !test.isNull() && !test.rowWise()) {
            return isStrict(known, test.argument());
        }
        return known instanceof Expr.OperatorCall one
                && wanted instanceof Expr.OperatorCall other
                && compares(one, other);
    }

    /// Whether the condition cannot be true where the value is NULL.
    private boolean isStrict(Expr condition, Expr value) {
        if (condition.equals(value)) {
            return true;
        }
        boolean strict = switch (condition) {
            case Expr.OperatorCall call -> catalog.function(call.function()).strict();
            case Expr.FunctionCall call -> catalog.function(call.function()).strict();
            case Expr.RelabelType _ -> true;
            default -> false;
        };
        return strict && condition.children().stream().anyMatch(child -> isStrict(child, value));
    }

    /// `x < 5` implies `x < 10`.
    private boolean compares(Expr.OperatorCall known, Expr.OperatorCall wanted) {
        Expr.OperatorCall left = constantLast(known);
        Expr.OperatorCall right = constantLast(wanted);
        if (left == null
                || right == null
                || !left.arguments().get(0).equals(right.arguments().get(0))
                || left.inputCollation() != right.inputCollation()) {
            return false;
        }
        for (OperatorFamilyDef.Member have : catalog.familiesOf(left.operator())) {
            for (OperatorFamilyDef.Member want : catalog.familiesOf(right.operator())) {
                if (have.method() == BTREE && have.family() == want.family()) {
                    int strategy = PROOF[have.strategy() - 1][want.strategy() - 1];
                    return strategy != 0 && holds(want, have, strategy, left, right);
                }
            }
        }
        return false;
    }

    private boolean holds(
            OperatorFamilyDef.Member want,
            OperatorFamilyDef.Member have,
            int strategy,
            Expr.OperatorCall known,
            Expr.OperatorCall wanted) {
        int operator = catalog.operatorFamily(want.family()).operator(want.rightType(), have.rightType(), strategy);
        if (operator == 0) {
            return false;
        }
        Expr result = folding.fold(new Expr.OperatorCall(
                operator,
                catalog.operator(operator).function(),
                List.of(wanted.arguments().get(1), known.arguments().get(1)),
                false,
                Expr.BOOL,
                0,
                known.inputCollation(),
                Origin.NONE));
        return result instanceof Expr.Const constant && Boolean.TRUE.equals(constant.value());
    }

    /// Null unless one operand is a constant.
    private Expr.OperatorCall constantLast(Expr.OperatorCall call) {
        if (call.arguments().size() != 2) {
            return null;
        }
        if (call.arguments().get(1) instanceof Expr.Const) {
            return call;
        }
        OperatorDef operator = catalog.operator(call.operator());
        if (!(call.arguments().get(0) instanceof Expr.Const) || operator == null || operator.commutator() == 0) {
            return null;
        }
        return new Expr.OperatorCall(
                operator.commutator(),
                catalog.operator(operator.commutator()).function(),
                List.of(call.arguments().get(1), call.arguments().get(0)),
                false,
                call.type(),
                call.collation(),
                call.inputCollation(),
                call.origin());
    }
}
