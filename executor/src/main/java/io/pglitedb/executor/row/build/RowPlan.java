package io.pglitedb.executor.row.build;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.subplan.SharedRows;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.executor.run.RunnablePlan;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.function.FunctionRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A planned statement run by the row engine.
public final class RowPlan implements RunnablePlan {
    private final Run run;
    private final Operator root;
    /// WITH queries that change data.
    private final PlanNode plan;
    private final List<SharedRows> toComplete = new ArrayList<>();
    private boolean open;
    private boolean ended;

    /// 0A000 when an expression or a node has no implementation yet.
    public RowPlan(PlannedStatement statement, CatalogView catalog, SessionContext session) {
        this(statement, catalog, session, OperatorWrapper.NONE);
    }

    /// @param wrapper puts something around every operator
    public RowPlan(PlannedStatement statement, CatalogView catalog, SessionContext session, OperatorWrapper wrapper) {
        OperatorBuilder builder =
                new OperatorBuilder(statement, catalog, session, FunctionRegistry.standard(), wrapper);
        run = builder.run();
        plan = statement.root();
        root = builder.buildApart(plan);
        for (int i = 0; i < statement.subPlans().size(); i++) {
            if (statement.subPlans().get(i).runToEnd()) {
                toComplete.add(builder.shared(i));
            }
        }
    }

    @Override
    public void open(Execution execution) {
        if (open) {
            throw new IllegalStateException("open already");
        }
        run.start(execution);
        open = true;
        ended = false;
        root.open();
    }

    @Override
    public Object[] next() {
        if (ended) {
            return null;
        }
        Object[] row = root.next();
        if (row == null) {
            ended = true;
            toComplete.forEach(SharedRows::complete);
        }
        return row;
    }

    @Override
    public Map<Integer, Long> position() {
        Run.Position told = run.positionOf(positioned(plan));
        if (told == null) {
            return null;
        }
        Map<Integer, Long> rowids = new HashMap<>();
        told.addTo(rowids);
        return rowids;
    }

    /// The node whose last row is the plan's last row.
    private static PlanNode positioned(PlanNode node) {
        return switch (node) {
            case PlanNode.Project project -> positioned(project.input());
            case PlanNode.Filter filter -> positioned(filter.input());
            case PlanNode.Limit limit -> positioned(limit.input());
            default -> node;
        };
    }

    @Override
    public long changedRows() {
        return run.changedRows();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            root.close();
            run.closeBeside();
        }
    }
}
