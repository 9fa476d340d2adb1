package io.pglitedb.executor.vector.build;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.aggregate.HashAggregate;
import io.pglitedb.executor.vector.bridge.RowBatches;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.join.HashJoin;
import io.pglitedb.executor.vector.scan.RowStoreSource;
import io.pglitedb.executor.vector.scan.TableScan;
import io.pglitedb.executor.vector.stage.AppendStage;
import io.pglitedb.executor.vector.stage.FilterStage;
import io.pglitedb.executor.vector.stage.ProjectStage;
import io.pglitedb.planner.optimizer.engine.VectorNodes;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;

/// Makes the operators of a part of a plan that runs vectorized.
public final class VectorOperators {
    private final BuildContext context;
    private final VectorCompiler compiler;

    public VectorOperators(BuildContext context) {
        this.context = context;
        this.compiler = new VectorCompiler(context.compiler());
    }

    public VectorOperator build(PlanNode node) {
        return VectorNodes.runs(node, context.catalog())
                ? context.wrap(node, operator(node))
                : new RowBatches(context.build(node), forms(node));
    }

    private VectorOperator operator(PlanNode node) {
        return switch (node) {
            case PlanNode.Vectorized vectorized -> build(vectorized.input());
            case PlanNode.SeqScan scan ->
                new TableScan(scan, new RowStoreSource(), compiler.compileOptional(scan.filter()), context.run());
            case PlanNode.Filter filter -> new FilterStage(build(filter.input()), compiler.compile(filter.predicate()));
            case PlanNode.Project project ->
                new ProjectStage(build(project.input()), compiler.compileAll(project.expressions()));
            case PlanNode.Append append ->
                new AppendStage(append.inputs().stream().map(this::build).toList());
            case PlanNode.FamilyScan family ->
                new AppendStage(family.inputs().stream().map(this::build).toList());
            case PlanNode.Aggregate aggregate ->
                new HashAggregate(aggregate, build(aggregate.input()), context, compiler);
            case PlanNode.HashJoin join ->
                new HashJoin(join, build(join.left()), build(join.right()), context, compiler);
            default -> throw new IllegalStateException("no vector operator for " + node.getClass());
        };
    }

    /// How the columns of a node lie in vectors.
    private List<VectorForm> forms(PlanNode node) {
        return node.columns().stream()
                .map(column -> compiler.form(column.type()))
                .toList();
    }
}
