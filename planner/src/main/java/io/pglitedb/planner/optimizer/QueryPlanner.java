package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.optimizer.from.FromPlanner;
import io.pglitedb.planner.optimizer.from.JoinItem;
import io.pglitedb.planner.optimizer.from.JoinSimplifier;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.optimizer.path.JoinPlanner;
import io.pglitedb.planner.optimizer.path.Order;
import io.pglitedb.planner.optimizer.path.Path;
import io.pglitedb.planner.optimizer.selectivity.GroupCount;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlanNode.ParameterBinding;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.plan.SortKey;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RowMark;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.planner.query.WindowClause;
import java.util.ArrayList;
import java.util.List;

/// Plans one query level. The rows of the plan are the result columns, in order.
public final class QueryPlanner {
    /// A plan that runs anew whenever its parameters change.
    ///
    /// @param bindings values over the leaf variables of the level around it
    /// @param outputs what its columns are, over leaf variables of its own level; empty when that is not known
    public record Correlated(PlanNode plan, List<ParameterBinding> bindings, List<Expr> outputs) {}

    /// A table whose rows are locked.
    private record Locked(Leaf.Table leaf, RowMark mark) {}

    private final Scope scope;
    private final Query query;
    private List<Expr> outputs = List.of();

    private QueryPlanner(Scope scope) {
        this.scope = scope;
        this.query = scope.query();
    }

    static PlanNode plan(Scope scope) {
        CommonTablePlanner.define(scope);
        return scope.query().command() == Query.Command.SELECT
                ? new QueryPlanner(scope).select()
                : ModifyPlanner.plan(scope);
    }

    /// A subquery in FROM, which may read columns of its siblings.
    public static Correlated planCorrelated(Scope parent, Query subquery) {
        Correlation correlation = new Correlation(parent.context());
        Scope scope = parent.separate(subquery, correlation);
        if (subquery.command() != Query.Command.SELECT) {
            return new Correlated(plan(scope), correlation.bindings(), List.of());
        }
        CommonTablePlanner.define(scope);
        QueryPlanner planner = new QueryPlanner(scope);
        PlanNode plan = planner.select();
        return new Correlated(plan, correlation.bindings(), planner.outputs);
    }

    private PlanNode select() {
        boolean combined = query.setOperations() != null;
        JoinItem from = combined ? new SetOperationPlanner(scope).plan() : new FromPlanner(scope).plan();
        List<Expr> targets = new ArrayList<>();
        query.targets().forEach(target -> targets.add(scope.lower(target.expression())));
        List<Expr> having = scope.lowerAll(Conjuncts.of(query.having()));
        Expr offset = query.limitOffset() == null ? null : scope.lower(query.limitOffset());
        Expr count = query.limitCount() == null ? null : scope.lower(query.limitCount());
        List<Locked> locked = new ArrayList<>();
        for (RowMark mark : query.rowMarks()) {
            for (Leaf.Table leaf : scope.tables(mark.rangeTableIndex())) {
                leaf.read(ScanTable.ROW_IDENTITY);
                locked.add(new Locked(leaf, mark));
            }
        }
        double wanted = rowsMax(offset, count);
        Stage stage;
        if (GroupingPlanner.applies(query)) {
            JoinItem simplified = new JoinSimplifier(scope.context().catalog()).simplify(from);
            List<Expr> conditions = new ArrayList<>(having);
            stage = new MinMaxPlanner(scope).plan(simplified, targets, conditions);
            if (stage == null) {
                List<Stage> inputs = new JoinPlanner(scope.context())
                        .both(simplified, order(targets), 1).stream()
                                .map(path -> new Stage(path.node(), path.slots(), path.order()))
                                .toList();
                stage = new GroupingPlanner(scope, targets, having).plan(inputs);
            }
        } else {
            stage = join(from, order(targets), wanted);
        }
        stage = WindowPlanner.plan(scope, targets, stage);
        return finish(stage, targets, locked, offset, count);
    }

    static Stage join(Scope scope, JoinItem from) {
        JoinItem simplified = new JoinSimplifier(scope.context().catalog()).simplify(from);
        Path path = new JoinPlanner(scope.context()).plan(simplified);
        return new Stage(path.node(), path.slots());
    }

    /// The order that would save a sort: of the groups, of the first window, of DISTINCT or of the result. None
    /// when nothing is to be sorted.
    private List<Order> order(List<Expr> targets) {
        List<SortGroupClause> clauses = new ArrayList<>();
        if (GroupingPlanner.applies(query)) {
            if (query.groupingSets().isEmpty()) {
                query.sort().stream()
                        .takeWhile(clause -> isIn(query.group(), clause))
                        .forEach(clauses::add);
                query.group().stream().filter(clause -> !isIn(clauses, clause)).forEach(clauses::add);
            }
        } else if (query.features().windows()) {
            WindowClause window = query.windows().getFirst();
            clauses.addAll(window.partition());
            clauses.addAll(window.order());
        } else {
            clauses.addAll(query.sort());
            if (query.features().distinctOn() || !query.sort().isEmpty()) {
                query.distinct().stream()
                        .filter(clause -> !isIn(clauses, clause))
                        .forEach(clauses::add);
            }
        }
        boolean plain = clauses.stream()
                .map(clause -> targets.get(position(query, clause)))
                .noneMatch(target -> ExpressionFacts.returnsSet(target)
                        || target instanceof Expr.Const
                        || ExpressionFacts.contains(target, Expr.AggregateCall.class)
                        || ExpressionFacts.contains(target, Expr.WindowCall.class));
        return plain ? orders(scope, clauses, targets) : List.of();
    }

    private static boolean isIn(List<SortGroupClause> clauses, SortGroupClause clause) {
        return clauses.stream().anyMatch(other -> other.reference() == clause.reference());
    }

    static List<Order> orders(Scope scope, List<SortGroupClause> clauses, List<Expr> targets) {
        return clauses.stream()
                .map(clause -> new Order(
                        targets.get(position(scope.query(), clause)),
                        clause.sortOperator(),
                        isDescending(scope, clause),
                        clause.nullsFirst()))
                .toList();
    }

    /// @param rowsWanted at most, -1 when unknown
    private Stage join(JoinItem from, List<Order> order, double rowsWanted) {
        JoinItem simplified = new JoinSimplifier(scope.context().catalog()).simplify(from);
        boolean stops = rowsWanted >= 0
                && !GroupingPlanner.applies(query)
                && !query.features().windows()
                && query.distinct().isEmpty();
        Path path = new JoinPlanner(scope.context()).plan(simplified, order, 1);
        if (stops && rowsWanted < path.rows()) {
            double fraction = Math.max(1, rowsWanted) / path.rows();
            // A sort reads all rows of a join, whatever is wanted of them.
            double joined = order.isEmpty() ? fraction : 1;
            path = new JoinPlanner(scope.context(), joined).plan(simplified, order, fraction);
        }
        return new Stage(path.node(), path.slots(), path.order());
    }

    private PlanNode finish(Stage input, List<Expr> targets, List<Locked> locked, Expr offset, Expr count) {
        Stage stage = input;
        List<Expr> sortExpressions = expressions(query.sort(), targets);
        boolean sets = targets.stream().anyMatch(ExpressionFacts::returnsSet);
        boolean sortSets = sortExpressions.stream().anyMatch(ExpressionFacts::returnsSet);
        boolean distinct = !query.distinct().isEmpty();
        boolean sortFirst = !distinct && !sortSets;
        long rowsMax = sets || !locked.isEmpty() || query.withTies() ? -1 : rowsMax(offset, count);
        if (sortFirst) {
            stage = stage.with(sortExpressions);
            stage = stage.sort(sortKeys(stage, query.sort(), targets), rowsMax, scope.context());
        }
        List<Expr> columns = new ArrayList<>(targets);
        if (sets) {
            stage = SetReturningTargets.plan(stage, targets, scope.context().newLeaf());
            columns = new ArrayList<>(stage.slots().contents().subList(0, targets.size()));
        }
        if (distinct || !sortFirst) {
            stage = stage.project(columns, names());
            stage = distinct(stage, columns, rowsMax);
        }
        if (!locked.isEmpty()) {
            stage = lock(stage, locked);
        }
        if (offset != null || count != null) {
            stage = limit(stage, offset, count, columns);
        }
        List<Expr> results = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            TargetEntry target = query.targets().get(i);
            if (!target.junk()) {
                results.add(columns.get(i));
                names.add(target.name());
            }
        }
        outputs = List.copyOf(results);
        return stage.project(results, names).node();
    }

    private List<String> names() {
        return query.targets().stream()
                .map(target -> target.name() == null ? "" : target.name())
                .toList();
    }

    /// The lowered targets that the clauses refer to.
    private List<Expr> expressions(List<SortGroupClause> clauses, List<Expr> targets) {
        List<Expr> list = new ArrayList<>();
        clauses.forEach(clause -> list.add(targets.get(position(query, clause))));
        return list;
    }

    static int position(Query query, SortGroupClause clause) {
        for (int i = 0; i < query.targets().size(); i++) {
            if (query.targets().get(i).reference() == clause.reference()) {
                return i;
            }
        }
        throw new IllegalStateException("no target with reference " + clause.reference());
    }

    private List<SortKey> sortKeys(Stage stage, List<SortGroupClause> clauses, List<Expr> expressions) {
        List<SortKey> keys = new ArrayList<>();
        for (SortGroupClause clause : clauses) {
            Expr expression = expressions.get(position(query, clause));
            keys.add(stage.sortKey(expression, clause, isDescending(scope, clause)));
        }
        return keys;
    }

    /// Whether the sort operator is the `>` of its family.
    static boolean isDescending(Scope scope, SortGroupClause clause) {
        for (OperatorFamilyDef.Member member : scope.context().catalog().familiesOf(clause.sortOperator())) {
            if (member.method() == 403) {
                return member.strategy() == 5;
            }
        }
        OperatorDef operator = scope.context().catalog().operator(clause.sortOperator());
        return operator != null && operator.name().equals(">");
    }

    private Stage distinct(Stage input, List<Expr> columns, long rowsMax) {
        Stage stage = input;
        if (query.distinct().isEmpty()) {
            return stage.sort(sortKeys(stage, query.sort(), columns), rowsMax, scope.context());
        }
        List<GroupKey> keys = new ArrayList<>();
        for (SortGroupClause clause : query.distinct()) {
            keys.add(stage.groupKey(columns.get(position(query, clause)), clause.equalityOperator()));
        }
        boolean hashable = query.distinct().stream().allMatch(SortGroupClause::hashable);
        if (!query.features().distinctOn() && query.sort().isEmpty() && hashable) {
            return hashDistinct(stage, keys, scope.context());
        }
        // The order asked for first; the columns of DISTINCT that it leaves out behind.
        List<SortGroupClause> order = new ArrayList<>(query.sort());
        for (SortGroupClause clause : query.distinct()) {
            if (order.stream().noneMatch(other -> other.reference() == clause.reference())) {
                order.add(clause);
            }
        }
        stage = stage.sort(sortKeys(stage, order, columns), -1, scope.context());
        Estimate below = stage.node().estimate();
        Estimate estimate = new Estimate(
                below.startup(),
                below.total() + scope.context().costs().conditions(below.rows(), keys.size()),
                groups(stage, keys, scope.context()),
                below.width());
        return new Stage(new PlanNode.Unique(stage.node(), keys, estimate), stage.slots(), stage.order());
    }

    private static double groups(Stage stage, List<GroupKey> keys, PlanningContext context) {
        List<Expr> expressions = keys.stream()
                .map(key -> stage.slots().contents().get(key.slot()))
                .toList();
        return new GroupCount(context).of(expressions, stage.node().estimate().rows());
    }

    static Stage hashDistinct(Stage stage, List<GroupKey> keys, PlanningContext context) {
        Estimate below = stage.node().estimate();
        Estimate estimate = context.costs().hashed(below, keys.size(), 0, groups(stage, keys, context), below.width());
        List<io.pglitedb.planner.plan.PlanColumn> columns = new ArrayList<>();
        List<Expr> contents = new ArrayList<>();
        for (GroupKey key : keys) {
            columns.add(stage.node().columns().get(key.slot()));
            contents.add(stage.slots().contents().get(key.slot()));
        }
        return new Stage(
                new PlanNode.Aggregate(stage.node(), false, keys, List.of(), List.of(), columns, estimate),
                new SlotMap(contents));
    }

    private Stage lock(Stage stage, List<Locked> locked) {
        List<PlanNode.RowLock> locks = new ArrayList<>();
        for (Locked each : locked) {
            RowMark mark = each.mark;
            Leaf.Table leaf = each.leaf;
            int slot = stage.slots().slotOf(leaf.variable(ScanTable.ROW_IDENTITY));
            locks.add(new PlanNode.RowLock(slot, leaf.scan(), mark.strength(), mark.waiting()));
        }
        scope.context().markModifying();
        return new Stage(
                new PlanNode.LockRows(stage.node(), locks, stage.node().estimate()), stage.slots(), stage.order());
    }

    private Stage limit(Stage stage, Expr offset, Expr count, List<Expr> columns) {
        List<GroupKey> ties = new ArrayList<>();
        if (query.withTies()) {
            for (SortGroupClause clause : query.sort()) {
                Expr expression = columns.get(position(query, clause));
                ties.add(stage.groupKey(expression, clause.equalityOperator()));
            }
        }
        Estimate below = stage.node().estimate();
        long wanted = rowsMax(null, count);
        double rows = wanted < 0 ? below.rows() : Math.max(1, Math.min(wanted, below.rows()));
        double share = rows / Math.max(1, below.rows());
        Estimate estimate = new Estimate(
                below.startup(), below.startup() + (below.total() - below.startup()) * share, rows, below.width());
        return new Stage(new PlanNode.Limit(stage.node(), offset, count, ties, estimate), stage.slots(), stage.order());
    }

    /// Rows up to the end of a constant LIMIT, -1 when unknown.
    private static long rowsMax(Expr offset, Expr count) {
        long rows = constant(count);
        long skipped = offset == null ? 0 : constant(offset);
        return rows < 0 || skipped < 0 || rows > Long.MAX_VALUE - skipped ? -1 : rows + skipped;
    }

    /// -1 when the value is not known, or NULL.
    private static long constant(Expr value) {
        return value instanceof Expr.Const constant && constant.value() instanceof Long number ? number : -1;
    }
}
