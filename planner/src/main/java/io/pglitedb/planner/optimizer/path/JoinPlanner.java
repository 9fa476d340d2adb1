package io.pglitedb.planner.optimizer.path;

import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.SlotMap;
import io.pglitedb.planner.optimizer.expression.ConditionCost;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.optimizer.from.JoinItem;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.optimizer.path.JoinPaths.Question;
import io.pglitedb.planner.optimizer.path.JoinPaths.Side;
import io.pglitedb.planner.optimizer.path.JoinPaths.Way;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlanNode.ParameterBinding;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Plans join items: access paths of leaves, an order for inner joins, a method for each join.
public final class JoinPlanner {
    /// Sides that masks have room for; more are joined in portions.
    private static final int SIDES_MAX = 60;

    private final PlanningContext context;
    private final AccessPaths access;
    private final JoinPaths joins;
    private final double fraction;

    public JoinPlanner(PlanningContext context) {
        this(context, 1);
    }

    /// @param fraction of the rows that will be asked for
    public JoinPlanner(PlanningContext context, double fraction) {
        this.context = context;
        this.access = new AccessPaths(context);
        this.joins = new JoinPaths(context, access);
        this.fraction = fraction;
    }

    public Path plan(JoinItem item) {
        return side(item, List.of()).path();
    }

    /// As `plan`, in an order if that costs less than to sort the rows: only a table alone is read in an order.
    ///
    /// @param wantedShare of the ordered rows that will be asked for
    public Path plan(JoinItem item, List<Order> order, double wantedShare) {
        Side cheapest = side(item, List.of());
        Path ordered = ordered(cheapest, order, wantedShare);
        if (ordered == null) {
            return cheapest.path();
        }
        Estimate all = cheapest.path().node().estimate();
        double wanted = wantedShare < 1 ? Math.max(1, Math.ceil(wantedShare * all.rows())) : -1;
        Estimate sorted = context.costs().sort(all, wanted);
        double sortedCost = sorted.startup() + wantedShare * (sorted.total() - sorted.startup());
        return ordered.cost(wantedShare) <= sortedCost ? ordered : cheapest.path();
    }

    /// The cheapest path, then, if there is one, the cheapest in an order.
    ///
    /// @param wantedShare of the ordered rows that will be asked for
    public List<Path> both(JoinItem item, List<Order> order, double wantedShare) {
        Side cheapest = side(item, List.of());
        Path ordered = ordered(cheapest, order, wantedShare);
        return ordered == null ? List.of(cheapest.path()) : List.of(cheapest.path(), ordered);
    }

    private Path ordered(Side side, List<Order> order, double wantedShare) {
        return order.isEmpty() || side.leaf() == null
                ? null
                : access.ordered(side.leaf(), side.conditions(), order, wantedShare);
    }

    /// @param conditions on the item's rows, beside its own
    private Side side(JoinItem item, List<Expr> conditions) {
        return switch (item) {
            case JoinItem.One(Leaf leaf) ->
                new Side(
                        access.best(leaf, conditions),
                        leaf instanceof Leaf.Table table ? table : null,
                        conditions,
                        leaf.lateral());
            case JoinItem.Outer outer -> Side.of(filtered(outer(outer), conditions), lateral(outer));
            case JoinItem.Inner inner -> inner(inner, conditions);
        };
    }

    /// A join that stays as it is.
    private Path outer(JoinItem.Outer outer) {
        Side left = side(outer.left(), List.of());
        Side right = side(outer.right(), List.of());
        Choice choice = cheapest(outer, left, right);
        if (outer.type() == JoinType.INNER
                && left.lateral().isEmpty()
                && right.lateral().isEmpty()) {
            Choice swapped = cheapest(outer, right, left);
            if (swapped.cost() < choice.cost()) {
                return joins.build(swapped.way, swapped.question, right.path(), left.path());
            }
        }
        if (choice.way == null) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "FULL JOIN is only supported with merge-joinable or hash-joinable join conditions");
        }
        return joins.build(choice.way, choice.question, left.path(), right.path());
    }

    /// @param way null when there is none
    private record Choice(Way way, Question question) {
        double cost() {
            return way == null ? Double.MAX_VALUE : way.estimate().total();
        }
    }

    private Choice cheapest(JoinItem.Outer outer, Side left, Side right) {
        Estimate leftEstimate = left.path().node().estimate();
        Estimate rightEstimate = right.path().node().estimate();
        int hashable = 0;
        double filters = 0;
        for (Expr condition : outer.conditions()) {
            if (joins.isHashable(condition, left.leaves(), right.leaves())) {
                hashable++;
            } else {
                filters += ConditionCost.of(condition, context.catalog());
            }
        }
        Question question = new Question(
                outer.type(),
                leftEstimate,
                left.leaves(),
                rightEstimate,
                right.leaves(),
                right,
                outer.conditions(),
                hashable,
                filters,
                outer.nullAware(),
                rows(outer, leftEstimate.rows(), rightEstimate.rows(), left.leaves()));
        Way cheapest = null;
        for (Way way : joins.ways(question)) {
            if (cheapest == null || way.estimate().total() < cheapest.estimate().total()) {
                cheapest = way;
            }
        }
        return new Choice(cheapest, question);
    }

    private double rows(JoinItem.Outer outer, double left, double right, Set<Integer> leftLeaves) {
        double pairs = left * right;
        for (Expr condition : outer.conditions()) {
            pairs *= context.joinSelectivity().inner(condition);
        }
        double rows = switch (outer.type()) {
            case INNER -> pairs;
            case LEFT -> Math.max(left, pairs);
            case RIGHT -> Math.max(right, pairs);
            case FULL -> Math.max(Math.max(left, right), pairs);
            case SEMI -> left * context.joinSelectivity().semi(outer.conditions(), leftLeaves, right);
            case ANTI -> left * (1 - context.joinSelectivity().semi(outer.conditions(), leftLeaves, right));
        };
        return Math.max(1, Math.rint(rows));
    }

    /// What an item's leaves need of leaves outside of it.
    private static List<ParameterBinding> lateral(JoinItem item) {
        List<ParameterBinding> needed = new ArrayList<>();
        collect(item, needed);
        Set<Integer> own = item.leaves();
        needed.removeIf(binding -> own.containsAll(ExpressionFacts.leaves(binding.value())));
        return needed;
    }

    private static void collect(JoinItem item, List<ParameterBinding> into) {
        switch (item) {
            case JoinItem.One(Leaf leaf) -> into.addAll(leaf.lateral());
            case JoinItem.Inner inner -> inner.items().forEach(part -> collect(part, into));
            case JoinItem.Outer outer -> {
                collect(outer.left(), into);
                collect(outer.right(), into);
            }
        }
    }

    private Path filtered(Path path, List<Expr> conditions) {
        if (conditions.stream().anyMatch(JoinPlanner::isNeverTrue)) {
            PlanNode nothing = new PlanNode.Append(
                    List.of(),
                    path.node().columns(),
                    new Estimate(0, 0, 0, path.node().estimate().width()));
            return new Path(nothing, path.slots(), path.leaves());
        }
        if (conditions.isEmpty()) {
            return path;
        }
        Estimate below = path.node().estimate();
        double share = 1;
        for (Expr condition : conditions) {
            share *= context.joinSelectivity().inner(condition);
        }
        Estimate estimate = new Estimate(
                below.startup(),
                below.total()
                        + context.costs().conditions(below.rows(), ConditionCost.of(conditions, context.catalog())),
                Math.max(1, Math.rint(below.rows() * share)),
                below.width());
        PlanNode node =
                new PlanNode.Filter(path.node(), Conjuncts.and(path.slots().placeAll(conditions)), estimate);
        return new Path(node, path.slots(), path.leaves());
    }

    private static boolean isNeverTrue(Expr condition) {
        return condition instanceof Expr.Const constant && !Boolean.TRUE.equals(constant.value());
    }

    private Side inner(JoinItem.Inner inner, List<Expr> above) {
        List<Expr> conditions = new ArrayList<>(inner.conditions());
        conditions.addAll(above);
        conditions.removeIf(
                condition -> condition instanceof Expr.Const constant && Boolean.TRUE.equals(constant.value()));
        if (inner.items().isEmpty()) {
            Path one = new Path(new PlanNode.SingleRow(Estimate.NONE), SlotMap.EMPTY, Set.of());
            return Side.of(filtered(one, conditions), List.of());
        }
        List<JoinItem> items = new ArrayList<>();
        List<JoinItem.Outer> own = new ArrayList<>();
        inner.items().forEach(item -> open(item, items, own, conditions));
        EquivalenceClasses classes = new EquivalenceClasses(context.catalog());
        List<EquivalenceClasses.Members> equivalent =
                conditions.size() > 1 ? equivalences(classes, conditions, items) : List.of();
        List<Side> sides = new ArrayList<>();
        for (JoinItem item : items) {
            List<Expr> restrictions =
                    item instanceof JoinItem.One ? OrRestrictions.of(conditions, item.leaves(), context) : List.of();
            conditions.addAll(restrictions);
            sides.add(side(item, take(conditions, item.leaves())));
        }
        List<Expr> constant = take(conditions, Set.of());
        if (sides.size() == 1 && own.isEmpty()) {
            Side only = sides.getFirst();
            conditions.addAll(constant);
            return conditions.isEmpty() ? only : Side.of(filtered(only.path(), conditions), only.lateral());
        }
        return Side.of(filtered(ordered(sides, own, conditions, classes, equivalent), constant), lateral(inner));
    }

    private Path ordered(
            List<Side> given,
            List<JoinItem.Outer> own,
            List<Expr> conditions,
            EquivalenceClasses classes,
            List<EquivalenceClasses.Members> equivalent) {
        if (given.size() + own.size() > SIDES_MAX) {
            throw PgException.notSupported("a join of more than " + SIDES_MAX + " tables");
        }
        JoinSides sides = new JoinSides(context, joins);
        given.forEach(side -> sides.add(side, JoinType.INNER, List.of()));
        for (JoinItem.Outer outer : own) {
            sides.add(side(outer.right(), List.of()), outer.type(), outer.conditions());
        }
        sides.add(conditions, classes, equivalent);
        return new JoinOrder(context, joins, sides, fraction).plan();
    }

    /// Opens LEFT, SEMI and ANTI joins whose right side may join at any time: its conditions and those of the
    /// others do not depend on when.
    ///
    /// @param own gets the joins opened, of which only the right sides and the conditions count
    private static void open(JoinItem item, List<JoinItem> items, List<JoinItem.Outer> own, List<Expr> conditions) {
        if (!(item instanceof JoinItem.Outer outer) || !isOpen(outer, conditions)) {
            items.add(item);
            return;
        }
        own.add(outer);
        if (outer.left() instanceof JoinItem.Inner left) {
            conditions.addAll(left.conditions());
            left.items().forEach(part -> open(part, items, own, conditions));
        } else {
            open(outer.left(), items, own, conditions);
        }
    }

    private static boolean isOpen(JoinItem.Outer outer, List<Expr> conditions) {
        boolean type = outer.type() == JoinType.LEFT || outer.type().leftOnly();
        if (!type
                || outer.nullAware()
                || outer.conditions().isEmpty()
                || outer.left().leaves().isEmpty()) {
            return false;
        }
        Set<Integer> left = outer.left().leaves();
        Set<Integer> right = outer.right().leaves();
        for (Expr condition : outer.conditions()) {
            Set<Integer> read = new HashSet<>(ExpressionFacts.leaves(condition));
            boolean readsLeft = read.removeAll(left);
            if (!readsLeft || !right.containsAll(read) || ExpressionFacts.contains(condition, Expr.SubPlan.class)) {
                return false;
            }
        }
        return lateral(outer.right()).isEmpty()
                && conditions.stream()
                        .noneMatch(condition ->
                                ExpressionFacts.leaves(condition).stream().anyMatch(right::contains));
    }

    /// Takes equalities out of the conditions that make classes of three expressions or more, and adds those with
    /// constants that follow.
    private List<EquivalenceClasses.Members> equivalences(
            EquivalenceClasses classes, List<Expr> conditions, List<JoinItem> items) {
        EquivalenceClasses.Found found = classes.find(conditions);
        // As PostgreSQL has them: what says that things are equal comes last.
        conditions.clear();
        conditions.addAll(found.others());
        found.classes().forEach(members -> conditions.addAll(members.written()));
        List<EquivalenceClasses.Members> several = new ArrayList<>();
        for (EquivalenceClasses.Members members : found.classes()) {
            if (members.expressions().size() < 3) {
                continue;
            }
            Expr constant = members.constant();
            if (constant == null) {
                if (members.expressions().stream().allMatch(member -> isOfOneItem(member, items))) {
                    conditions.removeAll(members.written());
                    several.add(members);
                }
                continue;
            }
            List<Expr> derived = new ArrayList<>();
            for (Expr member : members.expressions()) {
                Expr equality = member.equals(constant) ? null : classes.equality(members, member, constant);
                if (equality != null) {
                    derived.add(equality);
                }
            }
            if (derived.size() == members.expressions().size() - 1) {
                conditions.removeAll(members.written());
                conditions.addAll(derived);
            }
        }
        // Equalities within one item are conditions on it all the same.
        for (EquivalenceClasses.Members members : several) {
            for (Expr written : members.written()) {
                if (isOfOneItem(written, items)) {
                    conditions.add(written);
                }
            }
        }
        return several;
    }

    private static boolean isOfOneItem(Expr expression, List<JoinItem> items) {
        Set<Integer> read = ExpressionFacts.leaves(expression);
        return items.stream().anyMatch(item -> item.leaves().containsAll(read));
    }

    /// Takes the conditions that read nothing but these leaves; of no leaves, those that read none.
    private static List<Expr> take(List<Expr> conditions, Set<Integer> leaves) {
        List<Expr> taken = new ArrayList<>();
        conditions.removeIf(condition -> {
            Set<Integer> read = ExpressionFacts.leaves(condition);
            boolean mine = read.isEmpty() == leaves.isEmpty() && leaves.containsAll(read);
            if (mine) {
                taken.add(condition);
            }
            return mine;
        });
        return taken;
    }
}
