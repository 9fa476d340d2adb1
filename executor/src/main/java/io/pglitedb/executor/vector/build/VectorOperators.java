package io.pglitedb.executor.vector.build;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.sort.LimitBounds;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.aggregate.GroupingSets;
import io.pglitedb.executor.vector.aggregate.HashAggregate;
import io.pglitedb.executor.vector.bridge.RowBatches;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.join.HashJoin;
import io.pglitedb.executor.vector.join.LeftTableJoin;
import io.pglitedb.executor.vector.parallel.Exchange;
import io.pglitedb.executor.vector.scan.RowStoreSource;
import io.pglitedb.executor.vector.scan.TableScan;
import io.pglitedb.executor.vector.set.UniqueStage;
import io.pglitedb.executor.vector.set.VectorSetOperation;
import io.pglitedb.executor.vector.sort.KeyChanges;
import io.pglitedb.executor.vector.sort.VectorSort;
import io.pglitedb.executor.vector.stage.AppendStage;
import io.pglitedb.executor.vector.stage.FilterStage;
import io.pglitedb.executor.vector.stage.LimitStage;
import io.pglitedb.executor.vector.stage.ProjectStage;
import io.pglitedb.executor.vector.window.VectorWindow;
import io.pglitedb.planner.optimizer.engine.BuildSide;
import io.pglitedb.planner.optimizer.engine.ParallelNodes;
import io.pglitedb.planner.optimizer.engine.VectorNodes;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;
import java.util.function.Function;

/// Makes the operators of a part of a plan that runs vectorized.
public final class VectorOperators {
    private final BuildContext context;
    private final VectorCompiler compiler;
    private final RuntimeFilters runtimeFilters = new RuntimeFilters();

    public VectorOperators(BuildContext context) {
        this.context = context;
        this.compiler = new VectorCompiler(context.compiler());
    }

    public VectorOperator build(PlanNode node) {
        return built(node, this::build);
    }

    /// An operator whose batches are all asked for at once. Of a query that stops in between, for its client or
    /// for other statements of its session, no other thread may read on.
    private VectorOperator buildDrained(PlanNode node) {
        return ParallelNodes.isPipeline(node, context.catalog())
                ? new Exchange(new PipelineBuilder(this, context, compiler).build(node), context.run())
                : built(node, this::buildDrained);
    }

    /// @param inputs makes what the node reads no further than it gives rows
    private VectorOperator built(PlanNode node, Function<PlanNode, VectorOperator> inputs) {
        return VectorNodes.runs(node, context.catalog())
                ? context.wrap(node, operator(node, inputs))
                : new RowBatches(context.build(node), forms(node));
    }

    private VectorOperator operator(PlanNode node, Function<PlanNode, VectorOperator> inputs) {
        return switch (node) {
            case PlanNode.Vectorized vectorized -> inputs.apply(vectorized.input());
            case PlanNode.SeqScan scan -> scan(scan);
            case PlanNode.Filter filter -> filter(filter, inputs.apply(filter.input()));
            case PlanNode.Project project -> project(project, inputs.apply(project.input()));
            case PlanNode.Append append ->
                new AppendStage(append.inputs().stream().map(inputs).toList());
            case PlanNode.FamilyScan family ->
                new AppendStage(family.inputs().stream().map(inputs).toList());
            case PlanNode.Aggregate aggregate -> aggregate(aggregate);
            case PlanNode.Sort sort -> new VectorSort(sort, buildDrained(sort.input()), context);
            case PlanNode.Limit limit -> new LimitStage(build(limit.input()), new LimitBounds(limit, context));
            case PlanNode.HashJoin join when BuildSide.isLeft(join) -> leftTableJoin(join);
            case PlanNode.HashJoin join -> {
                expectKeys(join);
                yield join(join, inputs.apply(join.left()));
            }
            case PlanNode.Unique unique ->
                new UniqueStage(build(unique.input()), new KeyChanges(unique.keys(), unique.columns(), context));
            case PlanNode.SetOperation set ->
                new VectorSetOperation(set, buildDrained(set.left()), buildDrained(set.right()), context, compiler);
            case PlanNode.Window window -> new VectorWindow(window, build(window.input()), context, compiler);
            default -> throw new IllegalStateException("no vector operator for " + node.getClass());
        };
    }

    TableScan scan(PlanNode.SeqScan scan) {
        return new TableScan(
                scan,
                new RowStoreSource(),
                compiler.compileOptional(scan.filter()),
                runtimeFilters.of(scan),
                context.run());
    }

    VectorOperator filter(PlanNode.Filter filter, VectorOperator input) {
        return new FilterStage(input, compiler.compile(filter.predicate()));
    }

    VectorOperator project(PlanNode.Project project, VectorOperator input) {
        return new ProjectStage(input, compiler.compileAll(project.expressions()));
    }

    HashJoin join(PlanNode.HashJoin join, VectorOperator left) {
        HashJoin made = new HashJoin(join, left, buildDrained(join.right()), context, compiler);
        runtimeFilters.made(join, made);
        return made;
    }

    private VectorOperator leftTableJoin(PlanNode.HashJoin join) {
        runtimeFilters.expect(
                join,
                join.right(),
                join.keys().stream().map(PlanNode.HashKey::right).toList());
        LeftTableJoin made =
                new LeftTableJoin(join, buildDrained(join.left()), buildDrained(join.right()), context, compiler);
        runtimeFilters.made(join, made);
        return made;
    }

    /// To be called before the operators of the join's left side are made.
    void expectKeys(PlanNode.HashJoin join) {
        boolean dropsLeft = switch (join.type()) {
            case INNER, RIGHT, SEMI -> true;
            case LEFT, FULL, ANTI -> false;
        };
        if (dropsLeft) {
            runtimeFilters.expect(
                    join,
                    join.left(),
                    join.keys().stream().map(PlanNode.HashKey::left).toList());
        }
    }

    private VectorOperator aggregate(PlanNode.Aggregate aggregate) {
        if (!aggregate.groupingSets().isEmpty()) {
            return new GroupingSets(aggregate, buildDrained(aggregate.input()), context, compiler);
        }
        return ParallelNodes.canShare(aggregate, context.catalog())
                        && HashAggregate.canMerge(aggregate, context, compiler)
                ? new HashAggregate(
                        aggregate,
                        new PipelineBuilder(this, context, compiler).build(aggregate.input()),
                        context,
                        compiler)
                : new HashAggregate(aggregate, buildDrained(aggregate.input()), context, compiler);
    }

    /// How the columns of a node lie in vectors.
    private List<VectorForm> forms(PlanNode node) {
        return node.columns().stream()
                .map(column -> compiler.form(column.type()))
                .toList();
    }
}
