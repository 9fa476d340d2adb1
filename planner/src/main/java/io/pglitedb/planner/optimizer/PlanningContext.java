package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.optimizer.expression.ConstantFolding;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement.SubPlanDef;
import io.pglitedb.types.SessionContext;
import java.util.ArrayList;
import java.util.List;

/// What the planning of one statement shares between its query levels: numbers given out, sub plans made.
public final class PlanningContext {
    private final CatalogView catalog;
    private final SessionContext session;
    private final TableSizes sizes;
    private final ConstantFolding folding;
    private final List<SubPlanDef> subPlans = new ArrayList<>();
    private int parameterCount;
    private int leafCount;
    private int workTableCount;
    private boolean modifies;

    public PlanningContext(CatalogView catalog, SessionContext session, TableSizes sizes) {
        this.catalog = catalog;
        this.session = session;
        this.sizes = sizes;
        this.folding = new ConstantFolding(catalog, session);
    }

    public CatalogView catalog() {
        return catalog;
    }

    public SessionContext session() {
        return session;
    }

    public TableSizes sizes() {
        return sizes;
    }

    public ConstantFolding folding() {
        return folding;
    }

    /// A new EXECUTION parameter.
    public int newParameter() {
        return parameterCount++;
    }

    public int parameterCount() {
        return parameterCount;
    }

    /// A number for a source of rows, from 1, unique in the statement.
    public int newLeaf() {
        return ++leafCount;
    }

    public int newWorkTable() {
        return workTableCount++;
    }

    /// Keeps the place of a sub plan whose plan is not known yet.
    public int reserveSubPlan() {
        subPlans.add(null);
        return subPlans.size() - 1;
    }

    public void setSubPlan(int index, SubPlanDef plan) {
        subPlans.set(index, plan);
    }

    public int addSubPlan(String name, PlanNode root) {
        int index = reserveSubPlan();
        subPlans.set(index, new SubPlanDef(name + " " + (index + 1), root, false, false));
        return index;
    }

    public List<SubPlanDef> subPlans() {
        return subPlans;
    }

    public void markModifying() {
        modifies = true;
    }

    public boolean modifies() {
        return modifies;
    }
}
