package io.pglitedb.executor.vector.build;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.join.HashJoin;
import io.pglitedb.executor.vector.join.ProbeStage;
import io.pglitedb.executor.vector.parallel.ParallelPipeline;
import io.pglitedb.executor.vector.parallel.Pipeline;
import io.pglitedb.executor.vector.scan.TableScan;
import io.pglitedb.planner.plan.PlanNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// Makes a pipeline that several threads can run: once for one thread, whose joins build the tables, and a copy
/// for each thread once there is use for it.
final class PipelineBuilder {
    private final VectorOperators operators;
    private final BuildContext context;
    private final VectorCompiler compiler;
    /// From the bottom up.
    private final List<HashJoin> joins = new ArrayList<>();
    private final Map<PlanNode.HashJoin, HashJoin> joinOfNode = new IdentityHashMap<>();
    /// The one last made.
    private TableScan scan;

    PipelineBuilder(VectorOperators operators, BuildContext context, VectorCompiler compiler) {
        this.operators = operators;
        this.context = context;
        this.compiler = compiler;
    }

    /// @param node the top of a pipeline
    ParallelPipeline build(PlanNode node) {
        expectKeys(node);
        VectorOperator serial = stages(node, this::serial);
        return new ParallelPipeline(serial, scan, joins.reversed(), () -> copy(node), context.run());
    }

    /// Of all joins, before the scan is made.
    private void expectKeys(PlanNode node) {
        if (node instanceof PlanNode.HashJoin join) {
            operators.expectKeys(join);
        }
        if (!(node instanceof PlanNode.SeqScan)) {
            expectKeys(node.inputs().getFirst());
        }
    }

    private Pipeline copy(PlanNode node) {
        VectorOperator top =
                stages(node, (join, probe) -> new ProbeStage(join, joinOfNode.get(join), probe, context, compiler));
        return new Pipeline(top, scan);
    }

    private HashJoin serial(PlanNode.HashJoin node, VectorOperator probe) {
        HashJoin join = operators.join(node, probe);
        joins.add(join);
        joinOfNode.put(node, join);
        return join;
    }

    /// @param joining makes a join's operator, of what it probes with
    private VectorOperator stages(
            PlanNode node, BiFunction<PlanNode.HashJoin, VectorOperator, VectorOperator> joining) {
        return node instanceof PlanNode.Vectorized vectorized
                ? stages(vectorized.input(), joining)
                : context.wrap(
                        node,
                        switch (node) {
                            case PlanNode.SeqScan it -> scan = operators.scan(it);
                            case PlanNode.Filter it -> operators.filter(it, stages(it.input(), joining));
                            case PlanNode.Project it -> operators.project(it, stages(it.input(), joining));
                            case PlanNode.HashJoin it -> joining.apply(it, stages(it.left(), joining));
                            default -> throw new IllegalStateException("not of a pipeline: " + node.getClass());
                        });
    }
}
