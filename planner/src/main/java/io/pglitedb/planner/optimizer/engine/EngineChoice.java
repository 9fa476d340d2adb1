package io.pglitedb.planner.optimizer.engine;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.optimizer.TableSizes;
import io.pglitedb.planner.plan.PlanInputs;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement.SubPlanDef;

/// Marks the parts of a plan that the vectorized engine runs: from the topmost node that it knows down to those
/// that it does not.
///
/// Left to rows: what is above, or runs again for every row of, something else (the right side of a nested loop,
/// the rounds of a recursive union); what locks or changes rows; and, below a LIMIT, whatever gives its rows one
/// by one, as a row that nobody asks for must not be computed.
public final class EngineChoice {
    /// Rows read below which a batch at a time does not pay.
    private static final double ROWS_MIN = 50_000;

    private final EngineMode mode;
    private final CatalogView catalog;
    private final TableSizes sizes;

    public EngineChoice(EngineMode mode, CatalogView catalog, TableSizes sizes) {
        this.mode = mode;
        this.catalog = catalog;
        this.sizes = sizes;
    }

    public PlanNode statement(PlanNode root) {
        return mode == EngineMode.ROW ? root : choose(root, false);
    }

    /// A sub plan that may run for each row of another one stays with the row engine.
    public SubPlanDef subPlan(SubPlanDef plan) {
        boolean once = plan.shared() || plan.name().startsWith("InitPlan");
        return mode == EngineMode.ROW || !once
                ? plan
                : new SubPlanDef(plan.name(), choose(plan.root(), false), plan.shared(), plan.runToEnd());
    }

    /// @param lazily whether not all rows of the node may be asked for
    private PlanNode choose(PlanNode node, boolean lazily) {
        boolean whole = !lazily || VectorNodes.givesRowsOnly(node, catalog);
        if (whole && VectorNodes.runs(node, catalog) && pays(node)) {
            return new PlanNode.Vectorized(PlanInputs.map(node, this::inside));
        }
        return switch (node) {
            case PlanNode.LockRows _,
                    PlanNode.Update _,
                    PlanNode.Delete _,
                    PlanNode.Merge _,
                    PlanNode.RecursiveUnion _ -> node;
            case PlanNode.NestedLoop loop ->
                PlanInputs.map(loop, input -> input == loop.right() ? input : choose(input, lazily));
            case PlanNode.HashJoin join -> PlanInputs.map(join, input -> choose(input, lazily && input == join.left()));
            case PlanNode.Limit limit -> PlanInputs.map(limit, input -> choose(input, true));
            case PlanNode.Sort sort -> PlanInputs.map(sort, input -> choose(input, false));
            case PlanNode.Aggregate aggregate ->
                PlanInputs.map(aggregate, input -> choose(input, lazily && aggregate.sorted()));
            default -> PlanInputs.map(node, input -> choose(input, lazily));
        };
    }

    /// An input of a node that runs vectorized.
    private PlanNode inside(PlanNode node) {
        return VectorNodes.runs(node, catalog) ? PlanInputs.map(node, this::inside) : choose(node, false);
    }

    private boolean pays(PlanNode node) {
        if (mode == EngineMode.VECTOR) {
            return true;
        }
        return works(node) && rowsRead(node) >= ROWS_MIN;
    }

    /// What only reads and filters gains little, and may be a cursor's, whose place in the table must be known.
    private boolean works(PlanNode node) {
        boolean itself = switch (node) {
            case PlanNode.Aggregate _,
                    PlanNode.HashJoin _,
                    PlanNode.Sort _,
                    PlanNode.SetOperation _,
                    PlanNode.Window _ -> true;
            default -> false;
        };
        return VectorNodes.runs(node, catalog)
                && (itself || node.inputs().stream().anyMatch(this::works));
    }

    private double rowsRead(PlanNode node) {
        return switch (node) {
            case PlanNode.SeqScan scan -> sizes.size(scan.table().table()).rows();
            case PlanNode _
            when !VectorNodes.runs(node, catalog) -> node.estimate().rows();
            default -> node.inputs().stream().mapToDouble(this::rowsRead).sum();
        };
    }
}
