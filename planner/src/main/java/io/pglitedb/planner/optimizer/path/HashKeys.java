package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Picks out of a join's conditions those that a hash table can decide.
final class HashKeys {
    /// `left = right`, each over leaf variables of its side, both of the operator's one type
    record Key(Expr left, Expr right, int operator, int collation) {}

    /// @param residual conditions that are left
    record Split(List<Key> keys, List<Expr> residual) {}

    private final CatalogView catalog;
    private final ValueCasts casts;

    HashKeys(CatalogView catalog) {
        this.catalog = catalog;
        this.casts = new ValueCasts(catalog);
    }

    Split split(List<Expr> conditions, Set<Integer> left, Set<Integer> right) {
        List<Key> keys = new ArrayList<>();
        List<Expr> residual = new ArrayList<>();
        for (Expr condition : conditions) {
            Key key = key(condition, left, right);
            if (key == null) {
                residual.add(condition);
            } else {
                keys.add(key);
            }
        }
        return new Split(keys, residual);
    }

    private Key key(Expr condition, Set<Integer> left, Set<Integer> right) {
        OperatorDef operator = ExpressionFacts.hashableEquality(condition, catalog);
        if (operator == null || ExpressionFacts.isVolatile(condition, catalog)) {
            return null;
        }
        Expr.OperatorCall call = (Expr.OperatorCall) condition;
        Expr first = call.arguments().get(0);
        Expr second = call.arguments().get(1);
        if (reads(first, left) && reads(second, right)) {
            return key(first, second, operator, call.inputCollation());
        }
        if (reads(first, right) && reads(second, left) && operator.commutator() != 0) {
            return key(second, first, catalog.operator(operator.commutator()), call.inputCollation());
        }
        return null;
    }

    private static boolean reads(Expr expression, Set<Integer> side) {
        Set<Integer> read = ExpressionFacts.leaves(expression);
        return !read.isEmpty() && side.containsAll(read);
    }

    private Key key(Expr left, Expr right, OperatorDef operator, int collation) {
        if (operator.leftType() == operator.rightType()) {
            return new Key(left, right, operator.oid(), collation);
        }
        Expr wideRight = casts.cast(right, operator.leftType());
        if (wideRight != null) {
            int same = sameTypeEquality(operator, operator.leftType());
            return same == 0 ? null : new Key(left, wideRight, same, collation);
        }
        Expr wideLeft = casts.cast(left, operator.rightType());
        int same = wideLeft == null ? 0 : sameTypeEquality(operator, operator.rightType());
        return same == 0 ? null : new Key(wideLeft, right, same, collation);
    }

    /// The `=` of that type in a family that the operator is in.
    private int sameTypeEquality(OperatorDef operator, int type) {
        for (OperatorFamilyDef.Member member : catalog.familiesOf(operator.oid())) {
            int same = catalog.operatorFamily(member.family()).operator(type, type, member.strategy());
            if (same != 0) {
                return same;
            }
        }
        return 0;
    }
}
