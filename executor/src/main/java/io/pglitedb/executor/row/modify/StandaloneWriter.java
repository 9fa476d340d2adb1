package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.expression.Parameters;
import io.pglitedb.executor.row.expression.SubPlanCompiler;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.types.function.FunctionRegistry;

/// A row writer outside of a plan, for one execution.
final class StandaloneWriter {
    final ExpressionCompiler compiler;
    final RowWriter rows;

    StandaloneWriter(ModifyTarget target, Execution execution) {
        Parameters parameters = new Parameters(0);
        Run run = new Run(parameters);
        run.start(execution);
        compiler = new ExpressionCompiler(
                execution.catalog(),
                execution.session(),
                FunctionRegistry.standard(),
                parameters,
                SubPlanCompiler.NONE);
        rows = new RowWriter(target, compiler, run);
    }
}
