package io.pglitedb.executor.run;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.statistics.ActivityCounters;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.tiering.cold.SegmentRows;
import io.pglitedb.types.SessionContext;
import java.nio.file.Path;

/// What one run of a plan works with.
///
/// @param view what the run reads: of the statement, or of the moment a cursor was declared
/// @param catalog as of the statement
/// @param parameters values of $1 …, null for SQL NULL
/// @param deferred where checks and actions wait for the end of the statement or the transaction
/// @param cancellation asked now and then by whatever may take long
/// @param workMemBytes setting `work_mem`: what a sort or a hash table may hold before it spills
/// @param threads that may work on the run, at least 1
/// @param spillDirectory for temporary files
/// @param activity where reads and changes of tables are counted
/// @param segments reads cold rows
/// @param loads how many rows are written at once
/// @param rows the parameters of the rows that an INSERT is run for; null for one run with `parameters`
public record Execution(
        SessionContext session,
        RowStore store,
        Transaction transaction,
        ReadView view,
        CatalogView catalog,
        Object[] parameters,
        DeferredChecks deferred,
        Cancellation cancellation,
        long workMemBytes,
        int threads,
        Path spillDirectory,
        ActivityCounters activity,
        SegmentRows segments,
        BulkLoads loads,
        ParameterRows rows) {
    /// The same for what reads another state.
    public Execution withView(ReadView newView) {
        return new Execution(
                session,
                store,
                transaction,
                newView,
                catalog,
                parameters,
                deferred,
                cancellation,
                workMemBytes,
                threads,
                spillDirectory,
                activity,
                segments,
                loads,
                rows);
    }

    /// The same for many sets of parameters.
    public Execution over(ParameterRows many) {
        return new Execution(
                session,
                store,
                transaction,
                view,
                catalog,
                parameters,
                deferred,
                cancellation,
                workMemBytes,
                threads,
                spillDirectory,
                activity,
                segments,
                loads,
                many);
    }
}
