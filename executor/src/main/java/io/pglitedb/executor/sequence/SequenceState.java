package io.pglitedb.executor.sequence;

import io.pglitedb.catalog.def.SequenceDef;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// One sequence: its last value, whether that was given already, and how many more values the stored one covers.
/// Invariant: the stored value is never behind a value that was given. Source of the rules: PostgreSQL's
/// sequence.c.
public final class SequenceState {
    private static final int AHEAD = 32;

    /// The row that SELECT from a sequence shows.
    ///
    /// @param covered values that may still be given without a write: `log_cnt`
    public record Row(long last, long covered, boolean called) {}

    private final RowStore store;
    private final String valueCounter;
    private final String calledCounter;
    private long last;
    private boolean called;
    private long covered;

    SequenceState(RowStore store, int number, long start) {
        this.store = store;
        valueCounter = "sequence " + number + " value";
        calledCounter = "sequence " + number + " called";
        last = store.readCounter(valueCounter, start);
        called = store.readCounter(calledCounter, 0) != 0;
    }

    public synchronized Row row() {
        return new Row(last, covered, called);
    }

    /// Values that a session takes at once.
    ///
    /// @param last in steps of the sequence's increment from `first`
    /// @param logged whether they are only given for good once the log is on the disk
    public record Values(long first, long last, boolean logged) {}

    /// The next values, as many as the sequence's CACHE says, but not past its end; 2200H when there is none.
    public synchronized Values next(SequenceDef definition, String name) {
        long first = called ? following(last, definition, name) : last;
        long end = first;
        int count = 1;
        while (count < definition.cache() && !atEnd(end, definition)) {
            end += definition.increment();
            count++;
        }
        boolean logged = !called || covered < count;
        if (logged) {
            write(ahead(end, definition), true);
        } else {
            covered -= count;
        }
        last = end;
        called = true;
        return new Values(first, end, logged);
    }

    private static long following(long value, SequenceDef definition, String name) {
        boolean up = definition.increment() > 0;
        if (!atEnd(value, definition)) {
            return value + definition.increment();
        }
        if (!definition.cycle()) {
            throw new PgException(
                    SqlState.SEQUENCE_GENERATOR_LIMIT_EXCEEDED,
                    "nextval: reached %s value of sequence \"%s\" (%d)"
                            .formatted(
                                    up ? "maximum" : "minimum",
                                    name,
                                    up ? definition.maximum() : definition.minimum()));
        }
        return up ? definition.minimum() : definition.maximum();
    }

    /// Written so that neither side can overflow.
    private static boolean atEnd(long value, SequenceDef definition) {
        long step = definition.increment();
        long most = definition.maximum();
        long least = definition.minimum();
        return step > 0
                ? most >= 0 ? value > most - step : value + step > most
                : least < 0 ? value < least - step : value + step < least;
    }

    /// The value to store: some steps ahead, but not past the sequence's end. Notes how many it covers.
    private long ahead(long value, SequenceDef definition) {
        long step = definition.increment();
        long stored = value;
        covered = 0;
        while (covered < AHEAD) {
            long further = stored + step;
            boolean overflow = ((stored ^ further) & (step ^ further)) < 0;
            if (overflow || further > definition.maximum() || further < definition.minimum()) {
                break;
            }
            stored = further;
            covered++;
        }
        return stored;
    }

    /// setval.
    public synchronized void set(long value, boolean isCalled) {
        last = value;
        called = isCalled;
        covered = 0;
        write(value, isCalled);
    }

    private void write(long value, boolean isCalled) {
        store.writeCounter(valueCounter, value);
        store.writeCounter(calledCounter, isCalled ? 1 : 0);
    }

    synchronized void settle() {
        if (covered > 0) {
            write(last, called);
        }
    }

    /// The sequence is gone.
    public void drop() {
        store.dropCounter(valueCounter);
        store.dropCounter(calledCounter);
    }
}
