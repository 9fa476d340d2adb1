package io.pglitedb.executor.row;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.Parameters;
import io.pglitedb.executor.run.Cancellation;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.executor.run.SerialTables;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.rowstore.SerialReads;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// What the operators of one runnable plan share while it runs.
public final class Run {
    private final Parameters parameters;
    private final Map<PlanNode, Position> positions = new IdentityHashMap<>();
    private final List<Runnable> whenClosed = new ArrayList<>();

    private Execution execution;
    private Cancellation cancellation = Cancellation.NEVER;
    private long changedRows;

    public Run(Parameters parameters) {
        this.parameters = parameters;
    }

    public void start(Execution next) {
        execution = next;
        cancellation = next.cancellation();
        changedRows = 0;
        parameters.start(next.parameters());
    }

    public Execution execution() {
        return execution;
    }

    /// See [SerialTables#reads].
    public SerialReads serialReads(TableDef table) {
        return SerialTables.reads(table, execution.transaction());
    }

    /// Says which rows of which tables the row was made of that a node has given last.
    public interface Position {
        void addTo(Map<Integer, Long> rowids);
    }

    /// To be called by whoever is built for a node that scans a table or locks rows.
    public void positioned(PlanNode node, Position position) {
        positions.put(node, position);
    }

    /// Null when nobody tells of the node.
    public Position positionOf(PlanNode node) {
        return positions.get(node);
    }

    public Parameters parameters() {
        return parameters;
    }

    /// Sets the parameters of the next row of those that the statement is run for; false after the last.
    public boolean nextParameters() {
        Object[] values = execution.rows() == null ? null : execution.rows().next();
        if (values == null) {
            return false;
        }
        parameters.start(values);
        return true;
    }

    public void checkCancellation() {
        cancellation.check();
    }

    public long changedRows() {
        return changedRows;
    }

    public void countChange() {
        changedRows++;
    }

    /// To be done when the run is closed.
    public void whenClosed(Runnable action) {
        whenClosed.add(action);
    }

    /// Lets go of what was opened beside the main tree.
    public void closeBeside() {
        whenClosed.forEach(Runnable::run);
        whenClosed.clear();
    }
}
