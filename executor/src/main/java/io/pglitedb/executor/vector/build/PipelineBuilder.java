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
        VectorOperator serial = serial(node);
        return new ParallelPipeline(serial, scan, joins.reversed(), () -> copy(node), context.run());
    }

    private VectorOperator serial(PlanNode node) {
        return node instanceof PlanNode.Vectorized vectorized
                ? serial(vectorized.input())
                : context.wrap(
                        node,
                        switch (node) {
                            case PlanNode.SeqScan it -> scan = operators.scan(it);
                            case PlanNode.Filter it -> operators.filter(it, serial(it.input()));
                            case PlanNode.Project it -> operators.project(it, serial(it.input()));
                            case PlanNode.HashJoin it -> {
                                HashJoin join = operators.join(it, serial(it.left()));
                                joins.add(join);
                                joinOfNode.put(it, join);
                                yield join;
                            }
                            default -> throw new IllegalStateException("not of a pipeline: " + node.getClass());
                        });
    }

    private Pipeline copy(PlanNode node) {
        VectorOperator top = copied(node);
        return new Pipeline(top, scan);
    }

    private VectorOperator copied(PlanNode node) {
        return node instanceof PlanNode.Vectorized vectorized
                ? copied(vectorized.input())
                : context.wrap(
                        node,
                        switch (node) {
                            case PlanNode.SeqScan it -> scan = operators.scan(it);
                            case PlanNode.Filter it -> operators.filter(it, copied(it.input()));
                            case PlanNode.Project it -> operators.project(it, copied(it.input()));
                            case PlanNode.HashJoin it ->
                                new ProbeStage(it, joinOfNode.get(it), copied(it.left()), context, compiler);
                            default -> throw new IllegalStateException("not of a pipeline: " + node.getClass());
                        });
    }
}
