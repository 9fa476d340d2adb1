package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.plan.KeyRange;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.List;

/// Finds the range of an index that a list of conditions on its table asks for.
///
/// Only btree order is used. A condition fits a key when its operator is a member of the key's operator family
/// with the key's type on the left, and its right side reads nothing of the table.
final class IndexMatch {
    private static final int BTREE = 403;
    private static final int HASH = 405;
    private static final int LESS = 1;
    private static final int LESS_EQUAL = 2;
    private static final int EQUAL = 3;
    private static final int GREATER_EQUAL = 4;
    private static final int GREATER = 5;

    /// @param used conditions that the range stands for exactly: those whose comparison is of the key's own type
    /// @param range over expressions that may read other leaves
    /// @param equalKeys how many leading keys are fixed to one value
    record Match(KeyRange range, List<Expr> used, List<Expr> exact, int equalKeys) {
        static final Match WHOLE = new Match(KeyRange.ALL, List.of(), List.of(), 0);
    }

    private final CatalogView catalog;
    private final int leaf;
    private final ValueCasts casts;

    IndexMatch(CatalogView catalog, int leaf) {
        this.catalog = catalog;
        this.leaf = leaf;
        this.casts = new ValueCasts(catalog);
    }

    /// Null when no condition fits the index's first key.
    Match match(IndexDef index, List<ColumnDef> columns, List<Expr> keyExpressions, List<Expr> conditions) {
        List<Expr> equal = new ArrayList<>();
        List<Expr> used = new ArrayList<>();
        List<Expr> exact = new ArrayList<>();
        Expr any = null;
        for (int position = 0; position < index.keys().size(); position++) {
            Key key = key(index, position, columns, keyExpressions);
            if (key == null) {
                break;
            }
            Fit fit = find(key, conditions, EQUAL);
            if (fit != null) {
                equal.add(fit.value);
                fit.note(used, exact);
                continue;
            }
            Fit array = any == null ? findAny(key, conditions) : null;
            if (array != null && position == equal.size()) {
                any = array.value;
                array.note(used, exact);
            }
            if (any == null && index.method() == BTREE) {
                return bounded(key, conditions, equal, used, exact);
            }
            break;
        }
        boolean complete =
                index.method() != HASH || equal.size() == index.keys().size();
        if (equal.isEmpty() && any == null || !complete) {
            return null;
        }
        KeyRange range = new KeyRange(equal, any, KeyRange.NullTest.NONE, null, false, null, false);
        return new Match(range, used, exact, equal.size());
    }

    private Match bounded(Key key, List<Expr> conditions, List<Expr> equal, List<Expr> used, List<Expr> exact) {
        Expr nullTest = findNullTest(key, conditions);
        if (nullTest instanceof Expr.NullTest test && test.isNull()) {
            used.add(test);
            exact.add(test);
            KeyRange range = new KeyRange(equal, null, KeyRange.NullTest.IS_NULL, null, false, null, false);
            return new Match(range, used, exact, equal.size());
        }
        Fit low = find(key, conditions, GREATER);
        boolean lowInclusive = low == null;
        if (low == null) {
            low = find(key, conditions, GREATER_EQUAL);
        }
        Fit high = find(key, conditions, LESS);
        boolean highInclusive = high == null;
        if (high == null) {
            high = find(key, conditions, LESS_EQUAL);
        }
        if (nullTest != null && (low != null || high != null)) {
            // No NULL is in a range.
            used.add(nullTest);
            exact.add(nullTest);
        }
        if (low != null) {
            low.note(used, exact);
        }
        if (high != null) {
            high.note(used, exact);
        }
        if (low == null && high == null) {
            if (nullTest == null) {
                return equal.isEmpty()
                        ? null
                        : new Match(
                                new KeyRange(equal, null, KeyRange.NullTest.NONE, null, false, null, false),
                                used,
                                exact,
                                equal.size());
            }
            used.add(nullTest);
            exact.add(nullTest);
            return new Match(
                    new KeyRange(equal, null, KeyRange.NullTest.IS_NOT_NULL, null, false, null, false),
                    used,
                    exact,
                    equal.size());
        }
        KeyRange range = new KeyRange(
                equal,
                null,
                KeyRange.NullTest.NONE,
                low == null ? null : low.value,
                lowInclusive,
                high == null ? null : high.value,
                highInclusive);
        return new Match(range, used, exact, equal.size());
    }

    /// @param expression over leaf variables, without relabelling
    private record Key(Expr expression, int type, int inputType, OperatorFamilyDef family, int collation) {}

    /// @param exact whether the value compares in the key's own type
    private record Fit(Expr value, Expr condition, boolean exact) {
        void note(List<Expr> used, List<Expr> exactConditions) {
            used.add(condition);
            if (exact) {
                exactConditions.add(condition);
            }
        }
    }

    private Key key(IndexDef index, int position, List<ColumnDef> columns, List<Expr> keyExpressions) {
        IndexDef.Key key = index.keys().get(position);
        OperatorClassDef operatorClass = catalog.operatorClass(key.operatorClass());
        if (operatorClass == null) {
            return null;
        }
        OperatorFamilyDef family = catalog.operatorFamily(operatorClass.family());
        Expr expression = keyExpressions.get(position);
        int type = key.column() > 0 ? columns.get(key.column() - 1).type() : expression.type();
        return new Key(withoutRelabel(expression), type, operatorClass.inputType(), family, key.collation());
    }

    private Fit find(Key key, List<Expr> conditions, int strategy) {
        for (Expr condition : conditions) {
            if (condition instanceof Expr.OperatorCall call && call.arguments().size() == 2) {
                Fit fit = fit(
                        key,
                        call,
                        call.operator(),
                        call.arguments().get(0),
                        call.arguments().get(1),
                        strategy);
                if (fit == null) {
                    OperatorDef operator = catalog.operator(call.operator());
                    fit = operator == null || operator.commutator() == 0
                            ? null
                            : fit(
                                    key,
                                    call,
                                    operator.commutator(),
                                    call.arguments().get(1),
                                    call.arguments().get(0),
                                    strategy);
                }
                if (fit != null) {
                    return fit;
                }
            }
        }
        return null;
    }

    private Fit fit(Key key, Expr.OperatorCall call, int operator, Expr left, Expr right, int strategy) {
        if (!withoutRelabel(left).equals(key.expression)
                || !isFree(right)
                || !collates(key, call.inputCollation())
                || !isMember(key, operator, strategy)) {
            return null;
        }
        return value(key, call, catalog.operator(operator).rightType(), right);
    }

    private Fit value(Key key, Expr condition, int rightType, Expr right) {
        if (rightType == key.inputType || rightType == key.type) {
            return new Fit(right, condition, true);
        }
        Expr cast = casts.cast(right, key.type);
        return cast == null ? null : new Fit(cast, condition, false);
    }

    private boolean isMember(Key key, int operator, int strategy) {
        for (OperatorFamilyDef.Member member : catalog.familiesOf(operator)) {
            if (member.family() == key.family.oid()
                    && member.purpose() == 's'
                    && strategy == (member.method() == HASH ? EQUAL : member.strategy())) {
                return member.leftType() == key.inputType || member.leftType() == key.type;
            }
        }
        return false;
    }

    private Fit findAny(Key key, List<Expr> conditions) {
        for (Expr condition : conditions) {
            if (condition instanceof Expr.ScalarArrayOperation operation
                    && operation.any()
                    && withoutRelabel(operation.scalar()).equals(key.expression)
                    && isFree(operation.array())
                    && collates(key, operation.inputCollation())
                    && isMember(key, operation.operator(), EQUAL)) {
                int rightType = catalog.operator(operation.operator()).rightType();
                if (rightType == key.inputType || rightType == key.type) {
                    return new Fit(operation.array(), condition, true);
                }
            }
        }
        return null;
    }

    private Expr findNullTest(Key key, List<Expr> conditions) {
        for (Expr condition : conditions) {
            if (condition instanceof Expr.NullTest test
                    && !test.rowWise()
                    && withoutRelabel(test.argument()).equals(key.expression)) {
                return test;
            }
        }
        return null;
    }

    /// Reads nothing of the indexed table, and gives the same value for all of its rows.
    private boolean isFree(Expr value) {
        return !ExpressionFacts.leaves(value).contains(leaf) && !ExpressionFacts.isVolatile(value, catalog);
    }

    private static boolean collates(Key key, int collation) {
        return key.collation == 0 || collation == 0 || key.collation == collation;
    }

    private static Expr withoutRelabel(Expr expression) {
        return expression instanceof Expr.RelabelType relabel ? withoutRelabel(relabel.argument()) : expression;
    }
}
