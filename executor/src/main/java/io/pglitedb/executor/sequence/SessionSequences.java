package io.pglitedb.executor.sequence;

import io.pglitedb.executor.transaction.TransactionListener;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a session remembers of sequences: for currval and lastval, the values it has taken beforehand (CACHE),
/// and which ones its transaction has locked.
public final class SessionSequences implements TransactionListener {
    private final Map<Integer, Long> values = new HashMap<>();
    private final Map<Integer, Taken> taken = new HashMap<>();
    private final Set<Integer> locked = new HashSet<>();
    private int last;

    /// @param storage number of the sequence's relation when they were taken
    private record Taken(int storage, long next, long last, long step) {}

    /// nextval gave this value.
    public void gave(int sequence, long value) {
        values.put(sequence, value);
        last = sequence;
    }

    /// A value taken beforehand; null when there is none, or the sequence has started anew since.
    public Long takeKept(int sequence, int storage) {
        Taken kept = taken.get(sequence);
        if (kept == null || kept.storage != storage) {
            return null;
        }
        if (kept.next != kept.last) {
            taken.put(sequence, new Taken(storage, kept.next + kept.step, kept.last, kept.step));
        } else {
            taken.remove(sequence);
        }
        return kept.next;
    }

    /// The values behind `first` are for later.
    public void keep(int sequence, int storage, SequenceState.Values given, long step) {
        if (given.first() != given.last()) {
            taken.put(sequence, new Taken(storage, given.first() + step, given.last(), step));
        }
    }

    /// True when the running transaction has not locked the sequence yet; it is about to.
    public boolean locks(int sequence) {
        return locked.add(sequence);
    }

    @Override
    public void committed() {
        locked.clear();
    }

    @Override
    public void rollingBack() {
        locked.clear();
    }

    /// Its locks are released.
    @Override
    public void savepointRollingBack(int level) {
        locked.clear();
    }

    /// setval: what was taken beforehand is void.
    public void set(int sequence) {
        taken.remove(sequence);
    }

    /// setval set the value: currval gives it, lastval goes on naming the sequence of the last nextval.
    public void set(int sequence, long value) {
        values.put(sequence, value);
    }

    /// 55000 when nextval was not called in this session.
    public long current(int sequence, String name) {
        Long value = values.get(sequence);
        if (value == null) {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "currval of sequence \"%s\" is not yet defined in this session".formatted(name));
        }
        return value;
    }

    /// OID of the sequence that nextval was called for last; 0 for none.
    public int last() {
        return last;
    }

    /// DISCARD SEQUENCES.
    public void forget() {
        values.clear();
        taken.clear();
        last = 0;
    }
}
