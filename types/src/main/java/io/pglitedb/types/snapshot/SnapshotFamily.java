package io.pglitedb.types.snapshot;

import io.pglitedb.types.Oids;
import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Snapshot;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/// Snapshots and what is asked of them; the current one is the executor's.
public final class SnapshotFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(new SnapshotType(Oids.PG_SNAPSHOT), new SnapshotType(Oids.TXID_SNAPSHOT));
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(SnapshotFamily.class);
    }

    @Prosrc("pg_snapshot_xmin")
    public static long xmin(Snapshot snapshot) {
        return snapshot.xmin();
    }

    @Prosrc("pg_snapshot_xmax")
    public static long xmax(Snapshot snapshot) {
        return snapshot.xmax();
    }

    @Prosrc("pg_snapshot_xip")
    public static Iterator<Object> running(Snapshot snapshot) {
        return LongStream.of(snapshot.running()).<Object>mapToObj(Long::valueOf).iterator();
    }

    @Prosrc("pg_visible_in_snapshot")
    public static boolean sees(long transaction, Snapshot snapshot) {
        return snapshot.sees(transaction);
    }
}
