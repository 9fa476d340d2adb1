package io.pglitedb.executor.row.build;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.aggregate.HashAggregateOperator;
import io.pglitedb.executor.row.aggregate.SortedAggregateOperator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.expression.Parameters;
import io.pglitedb.executor.row.join.HashJoinOperator;
import io.pglitedb.executor.row.join.NestedLoopOperator;
import io.pglitedb.executor.row.key.Operators;
import io.pglitedb.executor.row.lock.LockRowsOperator;
import io.pglitedb.executor.row.lock.ProvenanceOperator;
import io.pglitedb.executor.row.lock.Recheck;
import io.pglitedb.executor.row.modify.DeleteOperator;
import io.pglitedb.executor.row.modify.InsertOperator;
import io.pglitedb.executor.row.modify.MergeOperator;
import io.pglitedb.executor.row.modify.UpdateOperator;
import io.pglitedb.executor.row.scan.FilterOperator;
import io.pglitedb.executor.row.scan.FunctionScanOperator;
import io.pglitedb.executor.row.scan.IndexScanOperator;
import io.pglitedb.executor.row.scan.ProjectOperator;
import io.pglitedb.executor.row.scan.ProjectSetOperator;
import io.pglitedb.executor.row.scan.SampleScanOperator;
import io.pglitedb.executor.row.scan.SeqScanOperator;
import io.pglitedb.executor.row.scan.SequenceScanOperator;
import io.pglitedb.executor.row.scan.SingleRowOperator;
import io.pglitedb.executor.row.scan.TidScanOperator;
import io.pglitedb.executor.row.scan.ValuesOperator;
import io.pglitedb.executor.row.set.AppendOperator;
import io.pglitedb.executor.row.set.RecursiveUnionOperator;
import io.pglitedb.executor.row.set.SetOperationOperator;
import io.pglitedb.executor.row.set.WorkTable;
import io.pglitedb.executor.row.set.WorkTableScanOperator;
import io.pglitedb.executor.row.sort.LimitOperator;
import io.pglitedb.executor.row.sort.SortOperator;
import io.pglitedb.executor.row.sort.UniqueOperator;
import io.pglitedb.executor.row.subplan.CteScanOperator;
import io.pglitedb.executor.row.subplan.SharedRows;
import io.pglitedb.executor.row.subplan.SubPlans;
import io.pglitedb.executor.row.window.WindowOperator;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.bridge.BatchRows;
import io.pglitedb.executor.vector.build.VectorOperators;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.function.FunctionRegistry;
import java.util.HashMap;
import java.util.Map;

/// Makes the operators of one planned statement.
final class OperatorBuilder implements BuildContext {
    private final PlannedStatement statement;
    private final OperatorWrapper wrapper;
    private final Run run;
    private final ExpressionCompiler compiler;
    private final Operators operators;
    private final Map<Integer, SharedRows> shared = new HashMap<>();
    private final Map<Integer, WorkTable> workTables = new HashMap<>();
    private boolean tracksProvenance;
    /// Null unless the tree is one that runs again for changed rows.
    private Recheck recheck;

    OperatorBuilder(
            PlannedStatement statement,
            CatalogView catalog,
            SessionContext session,
            FunctionRegistry functions,
            OperatorWrapper wrapper) {
        this.statement = statement;
        this.wrapper = wrapper;
        Parameters parameters = new Parameters(statement.parameterCount());
        run = new Run(parameters);
        compiler = new ExpressionCompiler(catalog, session, functions, parameters, new SubPlans(this));
        operators = new Operators(compiler.binder());
    }

    @Override
    public Operator build(PlanNode node) {
        boolean tracked = tracksProvenance;
        if (Recheck.passesRowsOn(node) || !tracked && recheck == null) {
            return operator(node);
        }
        if (recheck != null) {
            return recheck.leaf(node, this);
        }
        tracksProvenance = false;
        try {
            return new ProvenanceOperator(node, operator(node));
        } finally {
            tracksProvenance = true;
        }
    }

    @Override
    public Operator buildApart(PlanNode node) {
        return build(node, false, null);
    }

    @Override
    public Operator buildTracked(PlanNode node) {
        return build(node, Recheck.leafCount(node) > 1, null);
    }

    @Override
    public Operator buildRecheck(PlanNode node, Recheck forRecheck) {
        return build(node, false, forRecheck);
    }

    private Operator build(PlanNode node, boolean tracked, Recheck forRecheck) {
        boolean outerTracked = tracksProvenance;
        Recheck outerRecheck = recheck;
        tracksProvenance = tracked;
        recheck = forRecheck;
        try {
            return build(node);
        } finally {
            tracksProvenance = outerTracked;
            recheck = outerRecheck;
        }
    }

    private Operator operator(PlanNode node) {
        return wrapper.wrap(node, bare(node));
    }

    @Override
    public VectorOperator wrap(PlanNode node, VectorOperator operator) {
        return wrapper.wrap(node, operator);
    }

    private Operator bare(PlanNode node) {
        return switch (node) {
            case PlanNode.SingleRow _ -> new SingleRowOperator();
            case PlanNode.SeqScan scan ->
                scan.table().table().kind() == 'S'
                        ? new SequenceScanOperator(scan, this)
                        : new SeqScanOperator(scan, this);
            case PlanNode.IndexScan scan -> new IndexScanOperator(scan, this);
            case PlanNode.TidScan scan -> new TidScanOperator(scan, this);
            case PlanNode.SampleScan scan -> new SampleScanOperator(scan, this);
            case PlanNode.ValuesScan scan -> new ValuesOperator(scan, this);
            case PlanNode.FunctionScan scan -> new FunctionScanOperator(scan, this);
            case PlanNode.CteScan scan -> new CteScanOperator(shared(scan.subPlan()), run);
            case PlanNode.WorkTableScan scan -> new WorkTableScanOperator(workTable(scan.workTable()), run);
            case PlanNode.Vectorized vectorized ->
                new BatchRows(new VectorOperators(this).build(vectorized.input()), run);
            case PlanNode.Filter filter -> new FilterOperator(filter, this);
            case PlanNode.Project project -> new ProjectOperator(project, this);
            case PlanNode.ProjectSet project -> new ProjectSetOperator(project, this);
            case PlanNode.NestedLoop join -> new NestedLoopOperator(join, this);
            case PlanNode.HashJoin join -> new HashJoinOperator(join, this);
            case PlanNode.Sort sort -> new SortOperator(sort, this);
            case PlanNode.Limit limit -> new LimitOperator(limit, this);
            case PlanNode.Aggregate aggregate ->
                aggregate.groupingSets().isEmpty()
                                && (aggregate.sorted() || aggregate.keys().isEmpty())
                        ? new SortedAggregateOperator(aggregate, this)
                        : new HashAggregateOperator(aggregate, this);
            case PlanNode.Window window -> new WindowOperator(window, this);
            case PlanNode.Unique unique -> new UniqueOperator(unique, this);
            case PlanNode.SetOperation operation -> new SetOperationOperator(operation, this);
            case PlanNode.Append append -> new AppendOperator(append.inputs(), this);
            case PlanNode.FamilyScan family -> new AppendOperator(family.inputs(), this);
            case PlanNode.RecursiveUnion union -> new RecursiveUnionOperator(union, workTable(union.workTable()), this);
            case PlanNode.LockRows lock -> new LockRowsOperator(lock, this);
            case PlanNode.Insert insert -> new InsertOperator(insert, this);
            case PlanNode.Update update -> new UpdateOperator(update, this);
            case PlanNode.Delete delete -> new DeleteOperator(delete, this);
            case PlanNode.Merge merge -> new MergeOperator(merge, this);
        };
    }

    SharedRows shared(int subPlan) {
        SharedRows rows = shared.get(subPlan);
        if (rows == null) {
            rows = new SharedRows(statement.subPlans().get(subPlan).root(), this);
            shared.put(subPlan, rows);
        }
        return rows;
    }

    @Override
    public WorkTable workTable(int number) {
        return workTables.computeIfAbsent(number, any -> new WorkTable());
    }

    @Override
    public ExpressionCompiler compiler() {
        return compiler;
    }

    @Override
    public Operators operators() {
        return operators;
    }

    @Override
    public Run run() {
        return run;
    }

    @Override
    public PlannedStatement statement() {
        return statement;
    }

    @Override
    public boolean tracksProvenance() {
        return tracksProvenance;
    }
}
