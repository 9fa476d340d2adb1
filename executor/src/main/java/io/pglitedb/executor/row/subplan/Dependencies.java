package io.pglitedb.executor.row.subplan;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.expression.Parameters;
import io.pglitedb.executor.row.set.WorkTable;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;

/// What the rows of a plan depend on beside its own tables: EXECUTION parameters that are set outside of it, and
/// work tables of recursive unions around it. Tells whether rows computed earlier in the run still stand.
public final class Dependencies {
    private static final char VOLATILE = 'v';

    private final Parameters parameters;
    private final int[] numbers;
    private final WorkTable[] workTables;
    private final boolean hasVolatile;

    private Dependencies(Parameters parameters, int[] numbers, WorkTable[] workTables, boolean hasVolatile) {
        this.parameters = parameters;
        this.numbers = numbers;
        this.workTables = workTables;
        this.hasVolatile = hasVolatile;
    }

    public static Dependencies of(PlanNode plan, BuildContext context) {
        Walk walk = new Walk(context);
        Reads reads = walk.plan(plan);
        return new Dependencies(
                context.run().parameters(),
                reads.parameters.toIntArray(),
                reads.workTables.intStream().mapToObj(context::workTable).toArray(WorkTable[]::new),
                walk.hasVolatile);
    }

    /// Equal to an earlier one when the plan would give the same rows again.
    public long stamp() {
        long stamp = parameters.stamp(numbers);
        for (WorkTable table : workTables) {
            stamp += table.version();
        }
        return stamp;
    }

    /// Whether a volatile function is called, so that each evaluation counts.
    boolean hasVolatile() {
        return hasVolatile;
    }

    /// Numbers of what is read and not set inside.
    private record Reads(IntSet parameters, IntSet workTables) {
        Reads() {
            this(new IntOpenHashSet(), new IntOpenHashSet());
        }

        void add(Reads other) {
            parameters.addAll(other.parameters);
            workTables.addAll(other.workTables);
        }

        void without(List<Integer> setParameters) {
            parameters.removeAll(setParameters);
        }
    }

    private static final class Walk {
        private final BuildContext context;
        private boolean hasVolatile;

        private Walk(BuildContext context) {
            this.context = context;
        }

        private Reads plan(PlanNode node) {
            Reads reads = new Reads();
            IntSet outputs = new IntOpenHashSet();
            switch (node) {
                case PlanNode.NestedLoop loop -> {
                    reads.add(plan(loop.right()));
                    if (loop.condition() != null) {
                        expression(loop.condition(), reads, outputs);
                    }
                    reads.without(loop.parameters().stream()
                            .map(PlanNode.ParameterBinding::parameter)
                            .toList());
                    loop.parameters().forEach(binding -> expression(binding.value(), reads, outputs));
                    reads.add(plan(loop.left()));
                }
                case PlanNode.RecursiveUnion union -> {
                    reads.add(plan(union.right()));
                    reads.workTables.remove(union.workTable());
                    reads.add(plan(union.left()));
                }
                default -> {
                    PlanExpressions.of(node).forEach(each -> expression(each, reads, outputs));
                    node.inputs().forEach(input -> reads.add(plan(input)));
                }
            }
            switch (node) {
                case PlanNode.CteScan scan -> reads.add(subPlan(scan.subPlan()));
                case PlanNode.WorkTableScan scan -> reads.workTables.add(scan.workTable());
                default -> {}
            }
            // What a subquery sets for expressions beside it.
            reads.parameters.removeAll(outputs);
            return reads;
        }

        private Reads subPlan(int number) {
            return plan(context.statement().subPlans().get(number).root());
        }

        private void expression(Expr expression, Reads reads, IntSet outputs) {
            switch (expression) {
                case Expr.Param parameter
                when parameter.kind() == Expr.ParamKind.EXECUTION -> reads.parameters.add(parameter.number());
                case Expr.SubPlan subPlan -> {
                    Reads inner = subPlan(subPlan.plan());
                    inner.without(subPlan.parameters());
                    reads.add(inner);
                    outputs.addAll(subPlan.outputs());
                }
                case Expr.FunctionCall call -> noteFunction(call.function());
                case Expr.OperatorCall call -> noteFunction(call.function());
                case Expr.NextValue _ -> hasVolatile = true;
                default -> {}
            }
            expression.children().forEach(child -> expression(child, reads, outputs));
        }

        private void noteFunction(int function) {
            hasVolatile |= context.catalog().function(function).volatility() == VOLATILE;
        }
    }
}
