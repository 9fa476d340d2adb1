package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.access.Invoker;
import io.pglitedb.planner.optimizer.cost.Costs;
import io.pglitedb.planner.optimizer.engine.EngineMode;
import io.pglitedb.planner.optimizer.expression.ConstantFolding;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.optimizer.selectivity.FactsSource;
import io.pglitedb.planner.optimizer.selectivity.JoinSelectivity;
import io.pglitedb.planner.optimizer.selectivity.Selectivity;
import io.pglitedb.planner.optimizer.selectivity.TypeWidths;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement.SubPlanDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the planning of one statement shares between its query levels: numbers given out, sub plans made.
public final class PlanningContext {
    private final CatalogView catalog;
    private final SessionContext session;
    private static final int PG_CATALOG = 11; // OID
    private static final double YOUNG_PAGES = 10;
    private static final int PAGE_BYTES = 8_168;
    private static final int ROW_OVERHEAD_BYTES = 28;

    private final PlanningInputs inputs;
    private final Costs costs;
    private final ConstantFolding folding;
    private final Map<Integer, TableSizes.Size> tableSizes = new HashMap<>();
    private final Map<Integer, Leaf> leaves = new HashMap<>();
    private final Map<Integer, Double> filteredRows = new HashMap<>();
    private ConstantFolding estimating;
    private FactsSource facts;
    private Selectivity selectivity;
    private JoinSelectivity joinSelectivity;
    private final List<SubPlanDef> subPlans = new ArrayList<>();
    private final Map<String, Integer> memberAliases = new HashMap<>();
    private int parameterCount;
    private int leafCount;
    private int workTableCount;
    private boolean modifies;
    private boolean decorrelated;

    public PlanningContext(CatalogView catalog, SessionContext session, PlanningInputs inputs) {
        this.catalog = catalog;
        this.session = session;
        this.inputs = inputs;
        this.costs = new Costs(inputs.settings());
        this.folding = new ConstantFolding(catalog, session);
    }

    /// A context of its own for another query.
    PlanningContext apart() {
        return new PlanningContext(catalog, session, inputs);
    }

    /// A context of its own for the same statement.
    PlanningContext withoutDecorrelation() {
        return new PlanningContext(
                catalog,
                session,
                new PlanningInputs(
                        inputs.sizes(),
                        inputs.settings().withoutDecorrelation(),
                        inputs.engine(),
                        inputs.invoker(),
                        inputs.parameters(),
                        inputs.rules()));
    }

    public CatalogView catalog() {
        return catalog;
    }

    public SessionContext session() {
        return session;
    }

    boolean followsRules() {
        return inputs.rules();
    }

    Invoker invoker() {
        return inputs.invoker();
    }

    public Costs costs() {
        return costs;
    }

    /// How large the planner takes a table to be. A small one that was never analyzed is taken to have yet to
    /// grow to ten pages. Source: PostgreSQL's table_block_relation_estimate_size.
    public TableSizes.Size size(TableDef table) {
        return tableSizes.computeIfAbsent(table.oid(), _ -> {
            TableSizes.Size size = inputs.sizes().size(table);
            boolean young = table.estimate().rows() < 0
                    && table.namespace() != PG_CATALOG
                    && !table.traits().hasChildren()
                    && size.pages() < YOUNG_PAGES;
            return young ? grown(table) : size;
        });
    }

    private TableSizes.Size grown(TableDef table) {
        int width = 0;
        for (ColumnDef column : table.columns()) {
            width += column.dropped() ? 0 : TypeWidths.of(catalog, column.type(), column.typmod());
        }
        int rowsPerPage = PAGE_BYTES / (width + ROW_OVERHEAD_BYTES);
        return new TableSizes.Size(YOUNG_PAGES * (double) rowsPerPage, YOUNG_PAGES);
    }

    /// Whether scans of many rows may run vectorized.
    public boolean mayVectorize() {
        return inputs.engine() != EngineMode.ROW;
    }

    TableSizes sizes() {
        return inputs.sizes();
    }

    /// Whether the transaction may read by the index.
    public boolean readable(IndexDef index) {
        return inputs.sizes().readable(index);
    }

    public double rows(TableDef table) {
        return size(table).rows();
    }

    /// Of everything that conditions compare.
    public FactsSource facts() {
        if (facts == null) {
            facts = new FactsSource(this);
        }
        return facts;
    }

    public Selectivity selectivity() {
        if (selectivity == null) {
            selectivity = new Selectivity(this, facts());
        }
        return selectivity;
    }

    public JoinSelectivity joinSelectivity() {
        if (joinSelectivity == null) {
            joinSelectivity = new JoinSelectivity(catalog, facts(), selectivity());
        }
        return joinSelectivity;
    }

    /// Folds what is good for estimates only: calls of stable functions too.
    public ConstantFolding estimating() {
        if (estimating == null) {
            estimating = ConstantFolding.forEstimates(catalog, session);
        }
        return estimating;
    }

    /// The parameter, or the value that it has for a start.
    public Expr peek(Expr.Param parameter) {
        Object[] values = inputs.parameters();
        if (parameter.kind() != Expr.ParamKind.EXTERNAL || values == null || parameter.number() > values.length) {
            return parameter;
        }
        return new Expr.Const(
                values[parameter.number() - 1],
                parameter.type(),
                parameter.typmod(),
                parameter.collation(),
                parameter.origin());
    }

    public void define(Leaf leaf) {
        leaves.put(leaf.number(), leaf);
    }

    /// Null when it is unknown.
    public Leaf leaf(int number) {
        return leaves.get(number);
    }

    /// Notes how many rows of a leaf its own conditions let through.
    public void filtered(int leaf, double rows) {
        filteredRows.put(leaf, rows);
    }

    public double filteredRows(int leaf, double otherwise) {
        return filteredRows.getOrDefault(leaf, otherwise);
    }

    public ConstantFolding folding() {
        return folding;
    }

    /// Tells the tables of a family apart, as EXPLAIN does: `name_1`, `name_2`.
    public String memberAlias(String alias) {
        return alias + "_" + memberAliases.merge(alias, 1, Integer::sum);
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

    public void markDecorrelated() {
        decorrelated = true;
    }

    /// Whether a subquery has become a join that could be run for each row instead.
    boolean decorrelated() {
        return decorrelated;
    }

    public void markModifying() {
        modifies = true;
    }

    public boolean modifies() {
        return modifies;
    }
}
