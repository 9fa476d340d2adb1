package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What conditions say to be equal, and what follows of it: of `a = b AND b = c` also `a = c`, of `a = b AND b =
/// 5` also `a = 5`. Source: PostgreSQL's equivclass.c.
final class EquivalenceClasses {
    private static final int BTREE = 403; // OID
    private static final int EQUAL = 3;

    /// @param family of the equality
    /// @param written the equalities that the class was made of
    record Members(OperatorFamilyDef family, int collation, List<Expr> expressions, List<Expr> written) {
        /// Null when there is none.
        Expr constant() {
            for (Expr expression : expressions) {
                if (ExpressionFacts.leaves(expression).isEmpty()) {
                    return expression;
                }
            }
            return null;
        }
    }

    /// @param others conditions that are no such equalities
    record Found(List<Members> classes, List<Expr> others) {}

    private final CatalogView catalog;

    EquivalenceClasses(CatalogView catalog) {
        this.catalog = catalog;
    }

    Found find(List<Expr> conditions) {
        Map<Long, List<Members>> byFamily = new LinkedHashMap<>();
        List<Members> classes = new ArrayList<>();
        List<Expr> others = new ArrayList<>();
        for (Expr condition : conditions) {
            OperatorFamilyDef family = family(condition);
            if (family == null) {
                others.add(condition);
                continue;
            }
            Expr.OperatorCall call = (Expr.OperatorCall) condition;
            long key = (long) family.oid() << 32 | call.inputCollation() & 0xffffffffL;
            List<Members> same = byFamily.computeIfAbsent(key, _ -> new ArrayList<>());
            add(family, call, same, classes);
        }
        return new Found(classes, others);
    }

    private static void add(
            OperatorFamilyDef family, Expr.OperatorCall call, List<Members> same, List<Members> classes) {
        Expr left = call.arguments().get(0);
        Expr right = call.arguments().get(1);
        Members withLeft = holder(left, same);
        Members withRight = holder(right, same);
        Members into = withLeft != null ? withLeft : withRight;
        if (into == null) {
            into = new Members(family, call.inputCollation(), new ArrayList<>(), new ArrayList<>());
            same.add(into);
            classes.add(into);
        } else if (withLeft != null && withRight != null && withLeft != withRight) {
            withLeft.expressions.addAll(withRight.expressions);
            withLeft.written.addAll(withRight.written);
            same.remove(withRight);
            classes.remove(withRight);
        }
        for (Expr operand : List.of(left, right)) {
            if (!into.expressions.contains(operand)) {
                into.expressions.add(operand);
            }
        }
        into.written.add(call);
    }

    private static Members holder(Expr expression, List<Members> classes) {
        for (Members members : classes) {
            if (members.expressions.contains(expression)) {
                return members;
            }
        }
        return null;
    }

    /// The btree family whose equality the condition is; null for other conditions.
    private OperatorFamilyDef family(Expr condition) {
        if (!(condition instanceof Expr.OperatorCall call) || call.arguments().size() != 2) {
            return null;
        }
        OperatorDef operator = catalog.operator(call.operator());
        if (operator == null
                || !operator.canMerge()
                || ExpressionFacts.isVolatile(condition, catalog)
                || call.arguments().get(0).equals(call.arguments().get(1))
                || ExpressionFacts.contains(condition, Expr.SubPlan.class)) {
            return null;
        }
        for (OperatorFamilyDef.Member member : catalog.familiesOf(call.operator())) {
            if (member.method() == BTREE && member.strategy() == EQUAL && member.purpose() == 's') {
                return catalog.operatorFamily(member.family());
            }
        }
        return null;
    }

    /// Null when the family has no equality of the two types.
    Expr equality(Members members, Expr left, Expr right) {
        for (Expr written : members.written) {
            List<Expr> arguments = ((Expr.OperatorCall) written).arguments();
            if (arguments.get(0).equals(left) && arguments.get(1).equals(right)
                    || arguments.get(0).equals(right) && arguments.get(1).equals(left)) {
                return written;
            }
        }
        Expr.OperatorCall like = (Expr.OperatorCall) members.written.getFirst();
        OperatorDef first = catalog.operator(like.operator());
        int leftType = inputType(members, left, first);
        int rightType = inputType(members, right, first);
        int operator = members.family.operator(leftType, rightType, EQUAL);
        return operator == 0
                ? null
                : new Expr.OperatorCall(
                        operator,
                        catalog.operator(operator).function(),
                        List.of(left, right),
                        false,
                        Expr.BOOL,
                        0,
                        members.collation,
                        Origin.NONE);
    }

    /// The type that the operand is compared as: of an operator on anyarray, anyenum and the like the declared
    /// one.
    private int inputType(Members members, Expr operand, OperatorDef fallback) {
        for (Expr written : members.written) {
            Expr.OperatorCall call = (Expr.OperatorCall) written;
            OperatorDef operator = catalog.operator(call.operator());
            if (call.arguments().get(0).equals(operand)) {
                return operator.leftType();
            }
            if (call.arguments().get(1).equals(operand)) {
                return operator.rightType();
            }
        }
        return fallback.leftType();
    }
}
