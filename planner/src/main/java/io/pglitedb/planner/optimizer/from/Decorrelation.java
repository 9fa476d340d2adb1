package io.pglitedb.planner.optimizer.from;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.planner.optimizer.DefaultOperators;
import io.pglitedb.planner.optimizer.QueryPlanner;
import io.pglitedb.planner.optimizer.Scope;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Correlated scalar subqueries that aggregate become joins:
/// ```
///   (SELECT f(agg(x)) FROM t WHERE t.k = o.k AND c)   is   f(g.a), where an outer row finds no g: f(agg of no rows)
///   o LEFT JOIN (SELECT k, agg(x) AS a FROM t WHERE c GROUP BY k) g ON g.k = o.k
/// ```
/// An outer row finds one group at most, so none is doubled; a NULL finds none, as it finds no row of t. `f`
/// stays where the subquery stood. What is computed for groups that no outer row asks for must not fail, which
/// [SubqueryShape#cannotFail] says of keys and arguments.
final class Decorrelation {
    private static final int BTREE = 403;
    private static final int BTREE_EQUAL = 3;
    private static final int BTREE_LESS = 1;
    private static final int SYSTEM_OIDS = 16_384;
    /// count(any), count(*), regr_count: 0 for no rows, where all other built-in aggregates are NULL.
    private static final List<Integer> COUNTS = List.of(2147, 2803, 2818);

    /// `inner = outer` of a subquery's WHERE.
    private record Key(Expr.OperatorCall comparison, boolean innerFirst, SortGroupClause group) {
        Expr inner() {
            return comparison.arguments().get(innerFirst ? 0 : 1);
        }

        Expr outer() {
            return comparison.arguments().get(innerFirst ? 1 : 0);
        }
    }

    private final Scope scope;
    private final CatalogView catalog;
    private final SubqueryShape shape;

    Decorrelation(Scope scope) {
        this.scope = scope;
        this.catalog = scope.context().catalog();
        this.shape = new SubqueryShape(scope.context());
    }

    /// Defines in the scope what those subqueries of the expressions are that can be joins.
    ///
    /// @return the joins that their values come from, left sides still empty
    List<JoinItem.Outer> apply(List<Expr> expressions) {
        List<JoinItem.Outer> joins = new ArrayList<>();
        if (scope.context().costs().settings().decorrelate()
                && scope.query().command() == Query.Command.SELECT
                && scope.query().rowMarks().isEmpty()) {
            expressions.forEach(expression -> find(expression, joins));
        }
        return joins;
    }

    private void find(Expr expression, List<JoinItem.Outer> joins) {
        if (expression instanceof Expr.SubLink link) {
            JoinItem.Outer join = link.kind() == Expr.SubLinkKind.SCALAR ? join(link) : null;
            if (join != null) {
                scope.context().markDecorrelated();
                joins.add(join);
            }
        } else {
            expression.children().forEach(child -> find(child, joins));
        }
    }

    /// Null when the subquery has to stay one.
    private JoinItem.Outer join(Expr.SubLink link) {
        Query subquery = link.query();
        if (!aggregatesOnly(subquery) || !SubqueryShape.hasPlainFrom(subquery) || !shape.isRepeatable(subquery)) {
            return null;
        }
        List<Key> keys = new ArrayList<>();
        List<Expr> inside = new ArrayList<>();
        for (Expr condition : Conjuncts.of(subquery.joinTree().where())) {
            if (!SubqueryShape.readsOuter(condition)) {
                inside.add(condition);
                continue;
            }
            Key key = key(condition, keys.size() + 1);
            if (key == null) {
                return null;
            }
            keys.add(key);
        }
        Expr value = subquery.resultColumns().getFirst().expression();
        Map<Expr.AggregateCall, Integer> calls = new LinkedHashMap<>();
        if (keys.isEmpty() || !collect(value, calls, keys.size())) {
            return null;
        }
        return join(link, keys, calls, grouped(subquery, keys, inside, calls.keySet()));
    }

    private JoinItem.Outer join(
            Expr.SubLink link, List<Key> keys, Map<Expr.AggregateCall, Integer> calls, Query grouped) {
        var planned = QueryPlanner.planCorrelated(scope, grouped);
        Leaf.Rows leaf = new Leaf.Rows(scope.context().newLeaf(), "subquery", planned.plan(), planned.bindings());
        leaf.sources(planned.outputs());
        scope.context().define(leaf);
        List<Expr> conditions = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            Expr inner = leaf.variable(i + 1);
            Expr outer = scope.lower(Scope.atNextLevel(key.outer()));
            conditions.add(key.comparison.withChildren(key.innerFirst ? List.of(inner, outer) : List.of(outer, inner)));
        }
        Expr value = link.query().resultColumns().getFirst().expression();
        Expr found = value(value, call -> leaf.variable(calls.get(call)));
        Expr ofNulls = value(value, call -> constant(null, call));
        boolean nullByItself = ofNulls instanceof Expr.Const constant
                && constant.isNull()
                && calls.keySet().stream().noneMatch(call -> COUNTS.contains(call.function()));
        scope.define(
                link,
                nullByItself ? found : either(leaf.variable(1), value(value, Decorrelation::ofNoRows), found, link));
        return new JoinItem.Outer(
                JoinType.LEFT, new JoinItem.Inner(List.of(), List.of()), new JoinItem.One(leaf), conditions, false);
    }

    /// A key is never NULL where a group was found.
    private static Expr either(Expr key, Expr missing, Expr found, Expr.SubLink link) {
        Expr none = new Expr.NullTest(key, true, false, Origin.NONE);
        return new Expr.Case(
                null,
                List.of(new Expr.When(none, missing, Origin.NONE)),
                found,
                link.type(),
                link.collation(),
                link.origin());
    }

    /// The subquery's value over the outer row, with something else in the places of its aggregates.
    private Expr value(Expr value, Function<Expr.AggregateCall, Expr> replacement) {
        Map<Integer, Expr> replaced = new LinkedHashMap<>();
        Expr marked = marked(value, replacement, replaced);
        return filled(scope.lower(Scope.atNextLevel(marked)), replaced);
    }

    /// Parameters keep the places, which nothing on the way to leaf variables looks into.
    private Expr marked(Expr expression, Function<Expr.AggregateCall, Expr> replacement, Map<Integer, Expr> replaced) {
        if (!(expression instanceof Expr.AggregateCall call)) {
            return expression.mapChildren(child -> marked(child, replacement, replaced));
        }
        int place = scope.context().newParameter();
        replaced.put(place, replacement.apply(call));
        return new Expr.Param(
                Expr.ParamKind.EXECUTION, place, call.type(), call.typmod(), call.collation(), call.origin());
    }

    private Expr filled(Expr expression, Map<Integer, Expr> replaced) {
        if (expression instanceof Expr.Param parameter
                && parameter.kind() == Expr.ParamKind.EXECUTION
                && replaced.containsKey(parameter.number())) {
            return replaced.get(parameter.number());
        }
        return scope.context().folding().fold(expression.mapChildren(child -> filled(child, replaced)));
    }

    private static Expr.Const ofNoRows(Expr.AggregateCall call) {
        return constant(COUNTS.contains(call.function()) ? 0L : null, call);
    }

    private static Expr.Const constant(Object value, Expr.AggregateCall call) {
        return new Expr.Const(value, call.type(), call.typmod(), call.collation(), call.origin());
    }

    /// One row, of aggregates over all rows that FROM and WHERE give.
    private static boolean aggregatesOnly(Query subquery) {
        Query.Features features = subquery.features();
        return features.aggregates()
                && subquery.group().isEmpty()
                && subquery.having() == null
                && subquery.resultColumns().size() == 1
                && FromPlanner.isPlain(subquery.toBuilder()
                        .features(new Query.Features(
                                false,
                                features.windows(),
                                features.setReturningTargets(),
                                features.subLinks(),
                                features.distinctOn(),
                                features.recursive(),
                                features.modifyingCommonTable(),
                                features.forUpdate()))
                        .build());
    }

    /// Null when the condition is not one that rows can be grouped by.
    private Key key(Expr condition, int reference) {
        OperatorDef operator = ExpressionFacts.hashableEquality(condition, catalog);
        if (operator == null) {
            return null;
        }
        Expr.OperatorCall call = (Expr.OperatorCall) condition;
        Expr left = call.arguments().get(0);
        boolean innerFirst = SubqueryShape.readsOwnLevelOnly(left);
        Expr inner = innerFirst ? left : call.arguments().get(1);
        Expr outer = innerFirst ? call.arguments().get(1) : left;
        FunctionDef function = catalog.function(operator.function());
        if (!SubqueryShape.readsOwnLevelOnly(inner)
                || !SubqueryShape.readsNextLevelOnly(outer)
                || !function.strict()
                || function.oid() >= SYSTEM_OIDS
                || !shape.cannotFail(inner)
                || !shape.cannotFail(outer)) {
            return null;
        }
        SortGroupClause group = group(operator, inner, call.inputCollation(), reference);
        return group == null ? null : new Key(call, innerFirst, group);
    }

    /// How rows are grouped such that whatever equals one of a group equals all of them, and none of another
    /// group.
    private SortGroupClause group(OperatorDef compared, Expr inner, int collation, int reference) {
        if (inner.collation() != collation && !(isDeterministic(inner.collation()) && isDeterministic(collation))) {
            return null;
        }
        int equality;
        try {
            equality = new DefaultOperators(catalog).equality(inner.type());
        } catch (PgException e) {
            return null;
        }
        int family = family(equality);
        if (family == 0 || family != family(compared.oid())) {
            return null;
        }
        OperatorDef definition = catalog.operator(equality);
        int less = catalog.operatorFamily(family).operator(definition.leftType(), definition.rightType(), BTREE_LESS);
        return new SortGroupClause(reference, equality, less, false, definition.canHash());
    }

    /// The btree family that an operator is the equality of, 0 for none.
    private int family(int operator) {
        return catalog.familiesOf(operator).stream()
                .filter(member -> member.method() == BTREE && member.strategy() == BTREE_EQUAL)
                .mapToInt(OperatorFamilyDef.Member::family)
                .findFirst()
                .orElse(0);
    }

    private boolean isDeterministic(int collation) {
        CollationDef definition = collation == 0 ? null : catalog.collation(collation);
        return definition == null || definition.deterministic();
    }

    /// Notes the aggregates of the value, and which columns of the groups they are; false when one does not do.
    private boolean collect(Expr value, Map<Expr.AggregateCall, Integer> calls, int keys) {
        if (value instanceof Expr.AggregateCall call) {
            calls.putIfAbsent(call, keys + calls.size() + 1);
            return call.levelsUp() == 0
                    && call.kind() == Expr.AggregateKind.NORMAL
                    && call.function() < SYSTEM_OIDS
                    && call.children().stream()
                            .allMatch(child -> SubqueryShape.readsOwnLevelOnly(child) && shape.cannotFail(child));
        }
        return !(value instanceof Expr.SubLink)
                && !(value instanceof Expr.Grouping)
                && !(value instanceof Expr.Var variable && variable.levelsUp() != 1)
                && value.children().stream().allMatch(child -> collect(child, calls, keys));
    }

    private static Query grouped(
            Query subquery, List<Key> keys, List<Expr> inside, Iterable<Expr.AggregateCall> calls) {
        List<TargetEntry> targets = new ArrayList<>();
        for (Key key : keys) {
            int number = targets.size() + 1;
            targets.add(new TargetEntry(key.inner(), number, "key" + number, false).withReference(number));
        }
        calls.forEach(call -> targets.add(new TargetEntry(call, targets.size() + 1, "value", false)));
        return subquery.toBuilder()
                .joinTree(new JoinTree.From(subquery.joinTree().items(), Conjuncts.and(inside)))
                .targets(targets)
                .group(keys.stream().map(Key::group).toList())
                .build();
    }
}
