package io.pglitedb.columnstore.descriptor;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Arrays;

/// Finds the least and the greatest of some values in their type's own order. A type without one, or with
/// elements without one, says so when its values are compared: then there are no bounds.
public final class ZoneBuilder {
    private final ValueType type;
    private boolean ordered = true;
    private Object least;
    private Object greatest;
    private long nullCount;

    public ZoneBuilder(ValueType type) {
        this.type = type;
    }

    /// @param carrier not null
    public void offer(Object carrier) {
        if (ordered) {
            try {
                widen(carrier);
            } catch (PgException failure) {
                giveUp(failure);
            }
        }
    }

    private void giveUp(PgException failure) {
        if (failure.state() != SqlState.UNDEFINED_FUNCTION) {
            throw failure;
        }
        ordered = false;
        least = null;
        greatest = null;
    }

    private void widen(Object carrier) {
        if (least == null) {
            type.compare(carrier, carrier);
            least = carrier;
            greatest = carrier;
        } else if (type.compare(carrier, least) < 0) {
            least = carrier;
        } else if (type.compare(carrier, greatest) > 0) {
            greatest = carrier;
        }
    }

    public void addNulls(long count) {
        nullCount += count;
    }

    public void addAll(ZoneBuilder other) {
        if (!other.ordered) {
            ordered = false;
            least = null;
            greatest = null;
        } else if (other.least != null) {
            offer(other.least);
            offer(other.greatest);
        }
        nullCount += other.nullCount;
    }

    public ZoneMap build(long distinct) {
        try {
            if (least != null) {
                return new ZoneMap(cutDown(key(least)), cutUp(key(greatest)), nullCount, distinct);
            }
        } catch (PgException failure) {
            giveUp(failure);
        }
        return new ZoneMap(null, null, nullCount, distinct);
    }

    private byte[] key(Object carrier) {
        ByteWriter key = new ByteWriter();
        type.putKey(carrier, key);
        return key.toByteArray();
    }

    private static byte[] cutDown(byte[] key) {
        return key.length <= ZoneMap.KEY_LENGTH_MAX ? key : Arrays.copyOf(key, ZoneMap.KEY_LENGTH_MAX);
    }

    /// The least shorter key above all that start with these bytes; null when there is none.
    private static byte[] cutUp(byte[] key) {
        if (key.length <= ZoneMap.KEY_LENGTH_MAX) {
            return key;
        }
        for (int last = ZoneMap.KEY_LENGTH_MAX - 1; last >= 0; last--) {
            if (key[last] != (byte) 0xff) {
                byte[] cut = Arrays.copyOf(key, last + 1);
                cut[last]++;
                return cut;
            }
        }
        return null;
    }
}
