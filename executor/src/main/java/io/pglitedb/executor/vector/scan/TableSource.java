package io.pglitedb.executor.vector.scan;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.Run;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.vector.Batch;
import java.util.List;

/// Reads a table for a scan: the columns wanted, of every row that the run sees, in order of rowids.
public interface TableSource {
    /// What a scan wants.
    ///
    /// @param columns numbers from 1, in the order of the batches' columns; none dropped
    /// @param filter over the scan's columns, or null: rows that do not satisfy it may be left out, as far as
    ///     statistics tell; the scan looks again
    record Request(TableDef table, List<Integer> columns, Expr filter) {
        public Request {
            columns = List.copyOf(columns);
        }
    }

    /// Notes that a scan of the table begins, in a run that has begun. Once a scan, by the session's thread.
    void begin(Request request, Run run);

    /// Ascending ranges that together have all rows, each some milliseconds' work: what threads share among them.
    /// One when the rows are few, or only one thread may read them.
    List<RowRange> split(Request request, Run run);

    /// Begins to read a range of a scan that has begun, on any thread.
    Batches open(Request request, RowRange range, Run run);

    /// What its scans have read of segments.
    ScanPruning pruning();

    /// One run through a range.
    interface Batches extends AutoCloseable {
        /// The next rows, at least one; null after the last.
        ///
        /// @param rowsMax at most `Vector.LENGTH_MAX`
        Batch next(int rowsMax);

        @Override
        void close();
    }
}
