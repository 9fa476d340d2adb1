package io.pglitedb.rowstore.commit;

/// Named numbers outside transactions, in the order of the log but not synced. Thread-safe.
public interface CounterStore {
    long read(String name, long whenAbsent);

    void write(String name, long value);
}
