package io.pglitedb.executor.backend;

/// What `pg_stat_activity` shows of a session. Times are µs since 2000-01-01 UTC, 0 for none.
///
/// @param query text of the statement that runs, or ran last
public record Activity(
        String state, String applicationName, String query, long transactionStart, long queryStart, long stateChange) {
    static final Activity NONE = new Activity("idle", "", "", 0, 0, 0);

    public boolean isActive() {
        return state.equals("active");
    }
}
