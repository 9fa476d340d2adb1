package io.pglitedb.executor.sequence;

import io.pglitedb.catalog.def.SequenceDef;
import io.pglitedb.rowstore.RowStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Where all sequences of a server stand. Values survive rollbacks; they are written ahead in blocks, so that a
/// crash skips some and gives none twice. A sequence is known by the storage number of its relation: what takes a
/// new number in a transaction (TRUNCATE … RESTART IDENTITY, ALTER SEQUENCE RESTART) starts anew, and comes back
/// with its rollback. Thread-safe.
public final class SequenceValues implements AutoCloseable {
    private final RowStore store;
    private final Map<Integer, SequenceState> states = new ConcurrentHashMap<>();

    public SequenceValues(RowStore store) {
        this.store = store;
    }

    /// @param storage number of the sequence's relation
    public SequenceState state(int storage, SequenceDef definition) {
        return states.computeIfAbsent(storage, number -> new SequenceState(store, number, definition.start()));
    }

    /// Writes the exact values, so that an orderly stop skips none.
    @Override
    public void close() {
        states.values().forEach(SequenceState::settle);
    }
}
