package io.pglitedb.executor.run;

import java.util.Map;

/// A planned statement made runnable for one session: expressions compiled, operators built. Used by one thread
/// at a time;
/// runs again and again without being built again.
///
/// Use: `open`, `next` until null, `close`; `close` also ends a run early and is harmless twice. What a statement
/// changes
/// is complete once `next` has given null: a plan that modifies must be run to its end.
public interface RunnablePlan extends AutoCloseable {
    /// Starts a run.
    void open(Execution execution);

    /// The next row: one value a result column; null after the last. The array is the caller's to read until the
    /// next call.
    Object[] next();

    /// Rows that INSERT, UPDATE, DELETE or MERGE changed so far in this run.
    long changedRows();

    /// Rowids, by OIDs of their tables, of the rows that the row given last was made of; null for a plan that is
    /// no plain scan and does not lock rows: WHERE CURRENT OF cannot name its rows.
    default Map<Integer, Long> position() {
        return null;
    }

    /// Ends the run and frees what it holds; the plan may be opened again.
    @Override
    void close();
}
