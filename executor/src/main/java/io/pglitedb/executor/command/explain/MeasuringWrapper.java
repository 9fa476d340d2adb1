package io.pglitedb.executor.command.explain;

import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.build.OperatorWrapper;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.scan.TableScan;
import io.pglitedb.planner.plan.PlanNode;
import java.util.Map;

/// Measures every operator of a plan.
record MeasuringWrapper(Map<PlanNode, Measured> measured, Meter meter) implements OperatorWrapper {
    private Measured of(PlanNode node) {
        return measured.computeIfAbsent(node, key -> new Measured());
    }

    @Override
    public Operator wrap(PlanNode node, Operator operator) {
        return new MeasuringOperator(operator, of(node), meter);
    }

    @Override
    public VectorOperator wrap(PlanNode node, VectorOperator operator) {
        if (operator instanceof TableScan scan) {
            of(node).prunings.add(scan.pruning());
        }
        return new MeasuringVectorOperator(operator, of(node), meter);
    }
}
