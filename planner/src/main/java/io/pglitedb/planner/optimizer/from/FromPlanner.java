package io.pglitedb.planner.optimizer.from;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.CommonTableSource;
import io.pglitedb.planner.optimizer.ForeignTables;
import io.pglitedb.planner.optimizer.QueryPlanner;
import io.pglitedb.planner.optimizer.QueryWalk;
import io.pglitedb.planner.optimizer.Scope;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlanNode.ParameterBinding;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.RowMark;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.function.RowShape;
import java.util.ArrayList;
import java.util.List;

/// Turns FROM and WHERE of one query level into join items over leaves, and tells the scope what its range table
/// has become.
public final class FromPlanner {
    private static final double FUNCTION_ROWS = 100;

    private final Scope scope;
    private final Query query;

    public FromPlanner(Scope scope) {
        this.scope = scope;
        this.query = scope.query();
    }

    public JoinItem.Inner plan() {
        List<JoinItem> items = items(query.joinTree().items());
        return new SubLinkJoins(scope)
                .apply(items, Conjuncts.of(query.joinTree().where()));
    }

    private List<JoinItem> items(List<JoinTree> trees) {
        List<JoinItem> items = new ArrayList<>();
        trees.forEach(tree -> items.add(item(tree, false)));
        return items;
    }

    /// @param nullable whether an outer join above may put NULLs in the place of its rows
    private JoinItem item(JoinTree tree, boolean nullable) {
        return switch (tree) {
            case JoinTree.Reference(int index) -> entry(index, nullable);
            case JoinTree.Join join -> join(join, nullable);
            case JoinTree.From from -> {
                List<Expr> conditions = scope.lowerAll(Conjuncts.of(from.where()));
                yield new JoinItem.Inner(items(from.items()), conditions);
            }
        };
    }

    private JoinItem join(JoinTree.Join join, boolean nullable) {
        boolean leftNullable = nullable
                || switch (join.kind()) {
                    case RIGHT, FULL -> true;
                    case INNER, LEFT -> false;
                };
        boolean rightNullable = nullable
                || switch (join.kind()) {
                    case LEFT, FULL -> true;
                    case INNER, RIGHT -> false;
                };
        JoinItem left = item(join.left(), leftNullable);
        JoinItem right = item(join.right(), rightNullable);
        List<Expr> conditions = scope.lowerAll(Conjuncts.of(join.condition()));
        return switch (join.kind()) {
            case INNER -> new JoinItem.Inner(List.of(left, right), conditions);
            case LEFT -> new JoinItem.Outer(JoinType.LEFT, left, right, conditions, false);
            case RIGHT -> new JoinItem.Outer(JoinType.LEFT, right, left, conditions, false);
            case FULL -> new JoinItem.Outer(JoinType.FULL, left, right, conditions, false);
        };
    }

    private JoinItem entry(int index, boolean nullable) {
        return switch (query.rangeTableEntry(index)) {
            case RangeTableEntry.Relation relation -> relation(index, relation, nullable);
            case RangeTableEntry.Subquery subquery -> subquery(index, subquery, nullable);
            case RangeTableEntry.Values values -> values(index, values);
            case RangeTableEntry.Functions functions -> functions(index, functions);
            case RangeTableEntry.CteReference reference -> commonTable(index, reference);
            case RangeTableEntry.Result ignored -> new JoinItem.Inner(List.of(), List.of());
            case RangeTableEntry.Join join -> throw new IllegalStateException("a join as a leaf: " + join);
        };
    }

    private JoinItem subquery(int index, RangeTableEntry.Subquery subquery, boolean nullable) {
        JoinItem inlined = !subquery.barrier() && canInline(subquery.query(), index, nullable)
                ? inlined(index, subquery, nullable)
                : null;
        return inlined != null ? inlined : apart(index, subquery);
    }

    /// Planned by itself. Rows that are to be locked are locked there.
    private JoinItem apart(int index, RangeTableEntry.Subquery subquery) {
        Query inner = subquery.query();
        for (RowMark mark : query.rowMarks()) {
            if (mark.rangeTableIndex() == index) {
                inner = marked(inner, mark);
            }
        }
        return rows(index, subquery.name(), QueryPlanner.planCorrelated(scope, inner), subquery.columns());
    }

    private static Query marked(Query inner, RowMark mark) {
        List<RowMark> marks = new ArrayList<>(inner.rowMarks());
        for (JoinTree tree : inner.joinTree().items()) {
            if (tree instanceof JoinTree.Reference(int entry)
                    && (inner.rangeTableEntry(entry) instanceof RangeTableEntry.Relation
                            || inner.rangeTableEntry(entry) instanceof RangeTableEntry.Subquery)) {
                marks.add(new RowMark(entry, mark.strength(), mark.waiting(), mark.pushedDown()));
            }
        }
        return inner.toBuilder().rowMarks(marks).build();
    }

    private JoinItem relation(int index, RangeTableEntry.Relation relation, boolean nullable) {
        TableDef table = scope.context().catalog().table(relation.table());
        if (table.kind() == 'f') {
            throw ForeignTables.refused(table, scope.context().catalog());
        }
        Parameterizer lateral = new Parameterizer(scope.context());
        PlanNode.Sampling sampling = relation.sample() == null ? null : sampling(relation.sample(), lateral);
        Leaf.Table leaf = new Leaf.Table(
                scope.context().newLeaf(), relation.name(), table, relation.inherit(), sampling, lateral.bindings());
        scope.define(index, leaf);
        relation.security().forEach(condition -> leaf.secure(scope.lowerAll(Conjuncts.of(condition))));
        return new JoinItem.One(leaf);
    }

    private PlanNode.Sampling sampling(RangeTableEntry.TableSample sample, Parameterizer lateral) {
        Expr percentage = sample.arguments().getFirst();
        Expr seed = sample.repeatable();
        return new PlanNode.Sampling(
                sample.method(),
                lateral.replace(scope.lower(percentage)),
                seed == null ? null : lateral.replace(scope.lower(seed)));
    }

    /// Whether the subquery can be part of this level: it does nothing but join, filter and compute, and what it
    /// computes is not NULL in rows that outer joins or grouping sets add.
    private boolean canInline(Query subquery, int index, boolean nullable) {
        if (!isPlain(subquery)) {
            return false;
        }
        boolean becomesNull = nullable || !query.groupingSets().isEmpty();
        for (TargetEntry target : subquery.targets()) {
            if (ExpressionFacts.isVolatile(target.expression(), scope.context().catalog())
                    || becomesNull && !(target.expression() instanceof Expr.Var variable && variable.levelsUp() == 0)) {
                return false;
            }
        }
        return !nullable
                || subquery.joinTree().items().size() == 1
                        && subquery.joinTree().items().getFirst() instanceof JoinTree.Reference
                        && !QueryWalk.anyVariable(
                                query, variable -> variable.rangeTableIndex() == index && variable.attribute() == 0);
    }

    /// A SELECT of FROM, WHERE and targets only.
    static boolean isPlain(Query subquery) {
        Query.Features features = subquery.features();
        return subquery.command() == Query.Command.SELECT
                && !features.aggregates()
                && !features.windows()
                && !features.setReturningTargets()
                && subquery.setOperations() == null
                && subquery.commonTables().isEmpty()
                && subquery.group().isEmpty()
                && subquery.groupingSets().isEmpty()
                && subquery.having() == null
                && subquery.distinct().isEmpty()
                && subquery.sort().isEmpty()
                && subquery.limitCount() == null
                && subquery.limitOffset() == null
                && subquery.rowMarks().isEmpty();
    }

    /// Null when conditions inside read columns of siblings where joins may not reach them.
    private JoinItem inlined(int index, RangeTableEntry.Subquery subquery, boolean nullable) {
        Scope inner = scope.merged(subquery.query());
        JoinItem.Inner item = new FromPlanner(inner).plan();
        if (!JoinItem.isClosed(item.items()) || nullable && !JoinItem.isClosed(List.of(item))) {
            return null;
        }
        List<Expr> columns = new ArrayList<>();
        for (TargetEntry target : subquery.query().targets()) {
            if (!target.junk()) {
                columns.add(inner.lower(target.expression()));
            }
        }
        scope.define(
                index,
                columns,
                subquery.columns().stream().map(ColumnInfo::name).toList(),
                inner);
        return item;
    }

    private JoinItem rows(int index, String alias, QueryPlanner.Correlated planned, List<ColumnInfo> columns) {
        Leaf.Rows leaf = new Leaf.Rows(
                scope.context().newLeaf(), alias, labelled(planned.plan(), alias, columns), planned.bindings());
        leaf.sources(planned.outputs());
        scope.define(index, leaf, columns.size());
        return new JoinItem.One(leaf);
    }

    /// The plan with the names that the range table gives to its columns.
    private static PlanNode labelled(PlanNode plan, String alias, List<ColumnInfo> columns) {
        List<PlanColumn> labels = new ArrayList<>();
        List<Expr> slots = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            PlanColumn column = plan.columns().get(i);
            labels.add(new PlanColumn(
                    alias + "." + columns.get(i).name(), column.type(), column.typmod(), column.collation()));
            slots.add(column.slot(i));
        }
        return plan instanceof PlanNode.Project project
                ? new PlanNode.Project(
                        project.input(), project.expressions().subList(0, columns.size()), labels, plan.estimate())
                : new PlanNode.Project(plan, slots, labels, plan.estimate());
    }

    private JoinItem values(int index, RangeTableEntry.Values values) {
        Parameterizer lateral = new Parameterizer(scope.context());
        List<List<Expr>> rows = new ArrayList<>();
        for (List<Expr> row : values.rows()) {
            rows.add(row.stream().map(scope::lower).map(lateral::replace).toList());
        }
        double count = rows.size();
        PlanNode plan = new PlanNode.ValuesScan(
                rows, columns(values.name(), values.columns()), new Estimate(0, count * 0.0125, count, 32));
        return leaf(
                index, values.name(), plan, lateral.bindings(), values.columns().size());
    }

    private JoinItem functions(int index, RangeTableEntry.Functions functions) {
        Parameterizer lateral = new Parameterizer(scope.context());
        List<PlanColumn> columns = columns(functions.name(), functions.columns());
        List<PlanNode.ScanFunction> calls = new ArrayList<>();
        int next = 0;
        for (RangeTableEntry.RangeFunction function : functions.functions()) {
            Expr call = lateral.replace(scope.lower(function.call()));
            List<PlanColumn> own = List.copyOf(columns.subList(next, next + function.columnCount()));
            next += function.columnCount();
            calls.add(new PlanNode.ScanFunction(call, own, expands(call, own), rowShape(function)));
        }
        Estimate estimate = new Estimate(0, FUNCTION_ROWS * 0.01, FUNCTION_ROWS, 32);
        PlanNode plan =
                new PlanNode.FunctionScan(functions.name(), calls, functions.ordinality(), columns, null, estimate);
        return leaf(index, functions.name(), plan, lateral.bindings(), columns.size());
    }

    private static RowShape rowShape(RangeTableEntry.RangeFunction function) {
        return function.columns().isEmpty()
                ? null
                : new RowShape(
                        function.columns().stream().map(ColumnInfo::name).toList(),
                        function.columns().stream()
                                .map(column -> new SqlType(column.type(), column.typmod()))
                                .toList());
    }

    private boolean expands(Expr call, List<PlanColumn> own) {
        var type = scope.context().catalog().type(call.type());
        return call.type() == Oids.RECORD || type != null && type.kind() == 'c' || own.size() != 1;
    }

    private JoinItem commonTable(int index, RangeTableEntry.CteReference reference) {
        return switch (scope.commonTable(reference.cteName(), reference.levelsUp())) {
            case CommonTableSource.Inlined(var table, Scope definedIn) ->
                rows(
                        index,
                        reference.name(),
                        QueryPlanner.planCorrelated(definedIn, table.query()),
                        reference.columns());
            case CommonTableSource.Shared(int subPlan, var columns, double rows) -> {
                PlanNode plan = new PlanNode.CteScan(
                        subPlan,
                        reference.cteName(),
                        reference.name(),
                        columns(reference.name(), reference.columns()),
                        new Estimate(0, rows * 0.02, rows, 32));
                yield leaf(
                        index,
                        reference.name(),
                        plan,
                        List.of(),
                        reference.columns().size());
            }
            case CommonTableSource.Recursive(int workTable, var columns, double rows) -> {
                PlanNode plan = new PlanNode.WorkTableScan(
                        workTable,
                        reference.cteName(),
                        reference.name(),
                        columns(reference.name(), reference.columns()),
                        new Estimate(0, rows * 0.02, rows, 32));
                yield leaf(
                        index,
                        reference.name(),
                        plan,
                        List.of(),
                        reference.columns().size());
            }
            case null -> throw new IllegalStateException("no WITH query " + reference.cteName());
        };
    }

    private JoinItem leaf(int index, String alias, PlanNode plan, List<ParameterBinding> lateral, int width) {
        Leaf.Rows leaf = new Leaf.Rows(scope.context().newLeaf(), alias, plan, lateral);
        scope.define(index, leaf, width);
        return new JoinItem.One(leaf);
    }

    private static List<PlanColumn> columns(String alias, List<ColumnInfo> columns) {
        return columns.stream()
                .map(column ->
                        new PlanColumn(alias + "." + column.name(), column.type(), column.typmod(), column.collation()))
                .toList();
    }
}
