package io.pglitedb.executor.row;

/// A step of a running plan. Life: `open`, `next` until null, any number of times `rescan` and `next` again,
/// `close`; then perhaps `open` again. Used by one thread.
public interface Operator {
    /// Starts from the first row, in the run that has begun.
    void open();

    /// The next row, null after the last; after null not called again before `rescan`. The array holds the plan
    /// node's columns from slot 0 on, perhaps more behind them (`lock.Provenance`). Nobody changes it: it may be
    /// kept.
    Object[] next();

    /// Starts again from the first row, with the EXECUTION parameters as they now are.
    default void rescan() {
        close();
        open();
    }

    /// Tells what it did, for EXPLAIN ANALYZE; to be asked before `close`. Numbers are of all loops.
    default void report(Report report) {}

    /// Gets what an operator has to tell.
    interface Report {
        /// Rows that its own conditions let not through.
        void removedByFilter(long rows);

        /// @param method as PostgreSQL calls it
        /// @param disk whether the space is one in files
        void sorted(String method, long bytes, boolean disk);
    }

    /// Frees what it holds; harmless when closed already or never opened.
    void close();
}
