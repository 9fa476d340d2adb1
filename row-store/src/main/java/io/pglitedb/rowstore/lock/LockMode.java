package io.pglitedb.rowstore.lock;

/// PostgreSQL's eight modes of a table lock; also used for advisory, key and transaction locks. `conflicts` is the
/// table of PostgreSQL's manual, 13.3.1, bit n for the mode with ordinal n.
public enum LockMode {
    ACCESS_SHARE("AccessShareLock", 0b1000_0000),
    ROW_SHARE("RowShareLock", 0b1100_0000),
    ROW_EXCLUSIVE("RowExclusiveLock", 0b1111_0000),
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", 0b1111_1000),
    SHARE("ShareLock", 0b1110_1100),
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", 0b1111_1100),
    EXCLUSIVE("ExclusiveLock", 0b1111_1110),
    ACCESS_EXCLUSIVE("AccessExclusiveLock", 0b1111_1111);

    private final String label;
    private final int conflicts;

    LockMode(String label, int conflicts) {
        this.label = label;
        this.conflicts = conflicts;
    }

    /// As `pg_locks.mode` shows it.
    public String label() {
        return label;
    }

    public boolean conflictsWith(LockMode other) {
        return (conflicts & 1 << other.ordinal()) != 0;
    }
}
