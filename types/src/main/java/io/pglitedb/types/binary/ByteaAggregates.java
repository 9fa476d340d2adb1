package io.pglitedb.types.binary;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Bytes;

/// string_agg of bytea. The state is the bytes so far.
public final class ByteaAggregates {
    private ByteaAggregates() {}

    @Prosrc("bytea_string_agg_transfn")
    public static Object add(Object state, Bytes value, Bytes delimiter) {
        if (value == null) {
            return state;
        }
        ByteWriter joined = (ByteWriter) state;
        if (joined == null) {
            joined = new ByteWriter();
        } else if (delimiter != null) {
            joined.putBytes(delimiter.array());
        }
        return joined.putBytes(value.array());
    }

    @Prosrc("bytea_string_agg_finalfn")
    public static Bytes result(Object state) {
        return state == null ? null : new Bytes(((ByteWriter) state).toByteArray());
    }
}
