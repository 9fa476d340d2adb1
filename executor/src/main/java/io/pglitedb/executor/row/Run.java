package io.pglitedb.executor.row;

import io.pglitedb.executor.row.expression.Parameters;
import io.pglitedb.executor.run.Cancellation;
import io.pglitedb.executor.run.Execution;
import java.util.ArrayList;
import java.util.List;

/// What the operators of one runnable plan share while it runs.
public final class Run {
    private final Parameters parameters;
    /// Trees beside the main one, opened when first needed.
    private final List<Operator> opened = new ArrayList<>();

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

    /// Opens a tree that is not part of the main one; it is closed with the run.
    public void openBeside(Operator operator) {
        opened.add(operator);
        operator.open();
    }

    /// Closes what was opened beside the main tree.
    public void closeBeside() {
        for (Operator operator : opened) {
            operator.close();
        }
        opened.clear();
    }
}
