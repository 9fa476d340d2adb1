package io.pglitedb.types.hash;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionFamily;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.EnumValue;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.PgRecord;
import io.pglitedb.types.value.Tid;
import java.util.List;

/// PostgreSQL's hash functions of arrays, rows, enums and tid.
public final class CompoundHash implements FunctionFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(CompoundHash.class);
    }

    @Prosrc("hash_array")
    public static int hash(CallContext call, PgArray array) {
        int hash = 1;
        for (Object element : array.elements()) {
            hash = hash * 31 + (element == null ? 0 : TypeHash.hash(element, array.elementType(), call.session()));
        }
        return hash;
    }

    @Prosrc("hash_array_extended")
    public static long hash(CallContext call, PgArray array, long seed) {
        long hash = 1;
        for (Object element : array.elements()) {
            hash = hash * 31
                    + (element == null ? 0 : TypeHash.hash(element, array.elementType(), seed, call.session()));
        }
        return hash;
    }

    @Prosrc("hash_record")
    public static int hash(CallContext call, PgRecord row) {
        int hash = 0;
        for (int i = 0; i < row.fields().length; i++) {
            Object field = row.fields()[i];
            hash = hash * 31
                    + (field == null
                            ? 0
                            : TypeHash.hash(field, row.types().get(i).oid(), call.session()));
        }
        return hash;
    }

    @Prosrc("hash_record_extended")
    public static long hash(CallContext call, PgRecord row, long seed) {
        long hash = 0;
        for (int i = 0; i < row.fields().length; i++) {
            Object field = row.fields()[i];
            hash = hash * 31
                    + (field == null
                            ? 0
                            : TypeHash.hash(field, row.types().get(i).oid(), seed, call.session()));
        }
        return hash;
    }

    @Prosrc("hashenum")
    public static int hash(EnumValue value) {
        return JenkinsHash.hash(value.oid());
    }

    @Prosrc("hashenumextended")
    public static long hash(EnumValue value, long seed) {
        return JenkinsHash.hash(value.oid(), seed);
    }

    @Prosrc("hashtid")
    public static int hash(Tid tid) {
        return JenkinsHash.hash(bytes(tid));
    }

    @Prosrc("hashtidextended")
    public static long hash(Tid tid, long seed) {
        byte[] bytes = bytes(tid);
        return JenkinsHash.hash(bytes, 0, bytes.length, seed);
    }

    /// The two halves of the block number, then the offset: 16 bits each, the low byte first.
    private static byte[] bytes(Tid tid) {
        ByteWriter out = new ByteWriter(6);
        for (int half : new int[] {tid.block() >>> 16, tid.block(), tid.offset()}) {
            out.putByte(half).putByte(half >> 8);
        }
        return out.toByteArray();
    }

    @Prosrc("hashoidvector")
    public static int hash(PgArray oids) {
        return JenkinsHash.hash(bytes(oids));
    }

    @Prosrc("hashoidvectorextended")
    public static long hash(PgArray oids, long seed) {
        byte[] bytes = bytes(oids);
        return JenkinsHash.hash(bytes, 0, bytes.length, seed);
    }

    private static byte[] bytes(PgArray oids) {
        ByteWriter out = new ByteWriter(oids.elements().length * 4);
        for (Object oid : oids.elements()) {
            out.putInt(Integer.reverseBytes((Integer) oid));
        }
        return out.toByteArray();
    }
}
