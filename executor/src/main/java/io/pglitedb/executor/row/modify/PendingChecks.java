package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.run.DeferredChecks;
import io.pglitedb.executor.run.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Rows that wait for one check or action of a constraint, gathered so that a statement asks once for all of
/// them.
final class PendingChecks<T> {
    /// How a check is asked for.
    interface Request {
        void of(DeferredChecks deferred, Runnable check);
    }

    private final Request request;
    private final BiConsumer<Execution, List<T>> work;
    private Execution execution;
    private List<T> entries;

    /// @param work done once the time has come, perhaps after the plan has been closed or opened again
    PendingChecks(Request request, BiConsumer<Execution, List<T>> work) {
        this.request = request;
        this.work = work;
    }

    void add(Execution current, T entry) {
        if (entries == null || execution != current) {
            List<T> gathered = new ArrayList<>();
            execution = current;
            entries = gathered;
            request.of(current.deferred(), () -> {
                if (entries == gathered) {
                    entries = null;
                }
                work.accept(current, gathered);
            });
        }
        entries.add(entry);
    }
}
