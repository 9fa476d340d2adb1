package io.pglitedb.executor.vector.join;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.vector.Batch;

/// The left side of a hash join, of one thread of several that share the table which the join itself has built.
public final class ProbeStage implements VectorOperator {
    private final Run run;
    private final HashJoin join;
    private final VectorOperator left;
    private final Probe probe;

    public ProbeStage(
            PlanNode.HashJoin node, HashJoin join, VectorOperator left, BuildContext context, VectorCompiler compiler) {
        this.run = context.run();
        this.join = join;
        this.left = left;
        this.probe = new Probe(
                node.type(), JoinInput.left(node, left, compiler, context), compiler.compileOptional(node.residual()));
    }

    @Override
    public void open() {
        probe.start(join.sharedTable());
        left.open();
    }

    @Override
    public Batch next() {
        while (true) {
            run.checkCancellation();
            Batch joined = probe.next();
            if (joined != null) {
                return joined;
            }
            Batch batch = left.next();
            if (batch == null) {
                return null;
            }
            probe.add(batch);
        }
    }

    @Override
    public void close() {
        left.close();
    }
}
