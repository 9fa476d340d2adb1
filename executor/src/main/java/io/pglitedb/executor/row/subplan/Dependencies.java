package io.pglitedb.executor.row.subplan;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.expression.Parameters;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.query.Expr;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;

/// What the rows of a plan depend on beside its own tables: EXECUTION parameters that are set outside of it.
/// Tells whether rows computed earlier in the run still stand.
public final class Dependencies {
    private static final char VOLATILE = 'v';

    private final Parameters parameters;
    private final int[] numbers;
    private final boolean alwaysChanging;
    private final boolean hasVolatile;
    private long changes;

    private Dependencies(Parameters parameters, int[] numbers, boolean alwaysChanging, boolean hasVolatile) {
        this.parameters = parameters;
        this.numbers = numbers;
        this.alwaysChanging = alwaysChanging;
        this.hasVolatile = hasVolatile;
    }

    public static Dependencies of(PlanNode plan, BuildContext context) {
        Walk walk = new Walk(context.statement(), context.catalog());
        walk.visit(plan);
        walk.read.removeAll(walk.set);
        // A work table of a recursive union outside of the plan has other rows in each round.
        boolean alwaysChanging = !walk.workTablesFilled.containsAll(walk.workTablesRead);
        return new Dependencies(context.run().parameters(), walk.read.toIntArray(), alwaysChanging, walk.hasVolatile);
    }

    /// Equal to an earlier one when the plan would give the same rows again.
    public long stamp() {
        return alwaysChanging ? Long.MIN_VALUE + changes++ : parameters.stamp(numbers);
    }

    /// Whether a volatile function is called, so that each evaluation counts.
    boolean hasVolatile() {
        return hasVolatile;
    }

    private static final class Walk {
        private final PlannedStatement statement;
        private final CatalogView catalog;
        private final IntSet read = new IntOpenHashSet();
        private final IntSet set = new IntOpenHashSet();
        private final IntSet visitedPlans = new IntOpenHashSet();
        private final IntSet workTablesRead = new IntOpenHashSet();
        private final IntSet workTablesFilled = new IntOpenHashSet();
        private boolean hasVolatile;

        private Walk(PlannedStatement statement, CatalogView catalog) {
            this.statement = statement;
            this.catalog = catalog;
        }

        private void visit(PlanNode node) {
            PlanExpressions.of(node).forEach(this::visit);
            switch (node) {
                case PlanNode.NestedLoop loop -> loop.parameters().forEach(binding -> set.add(binding.parameter()));
                case PlanNode.CteScan scan -> visitPlan(scan.subPlan());
                case PlanNode.WorkTableScan scan -> workTablesRead.add(scan.workTable());
                case PlanNode.RecursiveUnion union -> workTablesFilled.add(union.workTable());
                default -> {}
            }
            node.inputs().forEach(this::visit);
        }

        private void visitPlan(int plan) {
            if (visitedPlans.add(plan)) {
                visit(statement.subPlans().get(plan).root());
            }
        }

        private void visit(Expr expression) {
            switch (expression) {
                case Expr.Param parameter
                when parameter.kind() == Expr.ParamKind.EXECUTION -> read.add(parameter.number());
                case Expr.SubPlan subPlan -> {
                    set.addAll(new IntOpenHashSet(subPlan.parameters()));
                    set.addAll(new IntOpenHashSet(subPlan.outputs()));
                    visitPlan(subPlan.plan());
                }
                case Expr.FunctionCall call -> noteFunction(call.function());
                case Expr.OperatorCall call -> noteFunction(call.function());
                case Expr.NextValue _ -> hasVolatile = true;
                default -> {}
            }
            expression.children().forEach(this::visit);
        }

        private void noteFunction(int function) {
            hasVolatile |= catalog.function(function).volatility() == VOLATILE;
        }
    }
}
