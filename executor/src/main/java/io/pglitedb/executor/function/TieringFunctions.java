package io.pglitedb.executor.function;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.tiering.Tiering;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Schema pglitedb: rows made cold on demand, and what there is of cold rows.
public final class TieringFunctions {
    private static final int CHECKED_ROWS = 4_096;

    private TieringFunctions() {}

    private static Tiering tiering(CallContext call) {
        return SessionFunctions.session(call).instance().tiering();
    }

    private static TableDef table(CallContext call, int oid) {
        TableDef table = SessionFunctions.session(call).catalog().table(oid);
        if (table == null) {
            throw new PgException(
                    SqlState.UNDEFINED_TABLE,
                    "relation with OID %s does not exist".formatted(Integer.toUnsignedString(oid)));
        }
        if (!Tiering.applies(table)) {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a table that can be tiered".formatted(table.name()));
        }
        return table;
    }

    /// All committed rows; those that are written meanwhile stay hot.
    @Prosrc("pglitedb_tier")
    public static long tier(CallContext call, int oid) {
        Backend session = SessionFunctions.session(call);
        TableDef table = table(call, oid);
        Tiering tiering = tiering(call);
        long rows = tiering.tier(database(session), table, tiering.lastRowid(table), 1, row -> check(session, row));
        tiering.cleanUp();
        return rows;
    }

    @Prosrc("pglitedb_compact")
    public static long compact(CallContext call, int oid) {
        Backend session = SessionFunctions.session(call);
        TableDef table = table(call, oid);
        Tiering tiering = tiering(call);
        tiering.foldMarks(table);
        long rows = tiering.compact(database(session), table, true, row -> check(session, row));
        tiering.cleanUp();
        return rows;
    }

    private static DatabaseCatalog database(Backend session) {
        return session.instance().catalogs().database(session.sessionCatalog().databaseOid());
    }

    private static void check(Backend session, long row) {
        if (row % CHECKED_ROWS == 0) {
            session.interrupts().check();
        }
    }

    @Prosrc("pglitedb_segments")
    public static Iterator<Object> segments(CallContext call, int oid) {
        Backend session = SessionFunctions.session(call);
        List<Object> rows = new ArrayList<>();
        try (Snapshot snapshot = session.instance().store().currentSnapshot()) {
            TableDef table = table(call, oid);
            for (ManifestEntry entry :
                    snapshot.segments().manifest(table.storage()).entries()) {
                rows.add(segment(entry, snapshot, tiering(call)));
            }
        }
        return rows.iterator();
    }

    private static Object[] segment(ManifestEntry entry, Snapshot snapshot, Tiering tiering) {
        SegmentDescriptor descriptor = tiering.rows().describe(entry).descriptor();
        return new Object[] {
            entry.segmentNumber(),
            Utf8.of(descriptor.fileName()),
            entry.firstRowid(),
            entry.lastRowid(),
            descriptor.rowCount(),
            descriptor.groups().size(),
            (long) snapshot.segments().deleteMarks(entry.segmentNumber()).count(),
            descriptor.tail().fileLength()
        };
    }

    @Prosrc("pglitedb_tiering_counts")
    public static Iterator<Object> counts(CallContext call) {
        Tiering.Counts counts = tiering(call).counts();
        return List.<Object>of((Object) new Object[] {
                    tiering(call).isPaused(),
                    counts.conversions(),
                    counts.rows(),
                    counts.refused(),
                    counts.reclaimed(),
                    counts.removedFiles()
                })
                .iterator();
    }

    /// The background stops after the segment that it is at.
    @Prosrc("pglitedb_pause_tiering")
    public static boolean pause(CallContext call) {
        return tiering(call).pause(true);
    }

    @Prosrc("pglitedb_resume_tiering")
    public static boolean resume(CallContext call) {
        return tiering(call).pause(false);
    }
}
