package io.pglitedb.executor.row.modify;

import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;

/// The newest committed state with all own writes over it: what checks of keys look at, whatever the statement
/// sees.
record NewestState(Snapshot snapshot, ReadView view) implements AutoCloseable {
    private static final int ALL_COMMANDS = Integer.MAX_VALUE;

    static NewestState of(Transaction transaction) {
        Snapshot newest = transaction.newestCommitted();
        return new NewestState(newest, new ReadView(newest, ALL_COMMANDS));
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
