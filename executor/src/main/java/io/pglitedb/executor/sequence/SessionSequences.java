package io.pglitedb.executor.sequence;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashMap;
import java.util.Map;

/// What a session remembers of sequences: for currval and lastval.
public final class SessionSequences {
    private final Map<Integer, Long> values = new HashMap<>();
    private int last;

    /// nextval gave this value.
    public void gave(int sequence, long value) {
        values.put(sequence, value);
        last = sequence;
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
        last = 0;
    }
}
