package io.pglitedb.executor.function;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.rowstore.lock.LockInfo;
import io.pglitedb.rowstore.lock.LockTag;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.Iterator;

/// Locks: pg_locks.
public final class LockFunctions {
    private static final long EPOCH_MICROS = 946_684_800_000_000L; // 2000-01-01, since 1970
    private static final int ROWS_A_PAGE = 256;

    private LockFunctions() {}

    @Prosrc("pg_lock_status")
    public static Iterator<Object> status(CallContext call) {
        Backend session = SessionFunctions.session(call);
        int database = session.sessionCatalog().databaseOid();
        return session.instance().store().locks().snapshot().stream()
                .map(lock -> (Object) row(lock, database))
                .iterator();
    }

    /// Columns of pg_locks. Rows and keys show the number of their relation or index in `objid`.
    private static Object[] row(LockInfo lock, int database) {
        Object[] row = new Object[16];
        switch (lock.tag()) {
            case LockTag.Relation(int inDatabase, int oid) -> {
                row[0] = Utf8.of("relation");
                row[1] = inDatabase;
                row[2] = oid;
            }
            case LockTag.Row(int relationNumber, long rowid) -> {
                row[0] = Utf8.of("tuple");
                row[1] = database;
                row[2] = relationNumber;
                row[3] = (int) (rowid / ROWS_A_PAGE);
                row[4] = (short) (rowid % ROWS_A_PAGE + 1);
            }
            case LockTag.Key(int indexNumber, long keyHash) -> {
                row[0] = Utf8.of("object");
                row[1] = database;
                row[7] = indexNumber;
                row[8] = (int) keyHash;
            }
            case LockTag.TransactionId(long id) -> {
                row[0] = Utf8.of("transactionid");
                row[6] = (int) id;
            }
            case LockTag.Advisory(int inDatabase, int high, int low, int variant) -> {
                row[0] = Utf8.of("advisory");
                row[1] = inDatabase;
                row[7] = high;
                row[8] = low;
                row[9] = (short) variant;
            }
        }
        row[10] = Utf8.of(lock.processId() + "/0");
        row[11] = lock.processId() == 0 ? null : lock.processId(); // of a prepared transaction
        row[12] = Utf8.of(lock.mode());
        row[13] = lock.granted();
        row[14] = false;
        row[15] = lock.waitStartMicros() == 0 ? null : lock.waitStartMicros() - EPOCH_MICROS;
        return row;
    }
}
