package io.pglitedb.executor.row;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.Parameters;
import io.pglitedb.executor.run.Cancellation;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.executor.run.SerialTables;
import io.pglitedb.rowstore.SerialReads;
import java.util.ArrayList;
import java.util.List;

/// What the operators of one runnable plan share while it runs.
public final class Run {
    private final Parameters parameters;
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

    public Parameters parameters() {
        return parameters;
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
