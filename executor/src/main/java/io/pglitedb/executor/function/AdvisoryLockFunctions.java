package io.pglitedb.executor.function;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.rowstore.lock.LockTag;
import io.pglitedb.rowstore.lock.Scope;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;

/// Advisory locks: of one 64-bit key or of two 32-bit keys, two spaces that do not meet.
public final class AdvisoryLockFunctions {
    private static final int ONE_KEY = 1;
    private static final int TWO_KEYS = 2;

    private AdvisoryLockFunctions() {}

    private static LockTag tag(CallContext call, long key) {
        int database = SessionFunctions.session(call).sessionCatalog().databaseOid();
        return new LockTag.Advisory(database, (int) (key >>> 32), (int) key, ONE_KEY);
    }

    private static LockTag tag(CallContext call, int high, int low) {
        int database = SessionFunctions.session(call).sessionCatalog().databaseOid();
        return new LockTag.Advisory(database, high, low, TWO_KEYS);
    }

    private static void lock(CallContext call, LockTag tag, LockMode mode, Scope scope) {
        Backend session = SessionFunctions.session(call);
        session.block().transaction();
        session.instance().store().locks().lock(session.locks(), tag, mode, scope);
    }

    private static boolean tryLock(CallContext call, LockTag tag, LockMode mode, Scope scope) {
        Backend session = SessionFunctions.session(call);
        session.block().transaction();
        return session.instance().store().locks().tryLock(session.locks(), tag, mode, scope);
    }

    private static boolean unlock(CallContext call, LockTag tag, LockMode mode) {
        Backend session = SessionFunctions.session(call);
        boolean held = session.instance().store().locks().unlock(session.locks(), tag, mode);
        if (!held) {
            session.report(Report.warning(SqlState.WARNING, "you don't own a lock of type " + mode.label()));
        }
        return held;
    }

    @Prosrc("pg_advisory_lock_int8")
    public static void lock(CallContext call, long key) {
        lock(call, tag(call, key), LockMode.EXCLUSIVE, Scope.SESSION);
    }

    @Prosrc("pg_advisory_xact_lock_int8")
    public static void lockInTransaction(CallContext call, long key) {
        lock(call, tag(call, key), LockMode.EXCLUSIVE, Scope.TRANSACTION);
    }

    @Prosrc("pg_advisory_lock_shared_int8")
    public static void lockShared(CallContext call, long key) {
        lock(call, tag(call, key), LockMode.SHARE, Scope.SESSION);
    }

    @Prosrc("pg_advisory_xact_lock_shared_int8")
    public static void lockSharedInTransaction(CallContext call, long key) {
        lock(call, tag(call, key), LockMode.SHARE, Scope.TRANSACTION);
    }

    @Prosrc("pg_try_advisory_lock_int8")
    public static boolean tryLock(CallContext call, long key) {
        return tryLock(call, tag(call, key), LockMode.EXCLUSIVE, Scope.SESSION);
    }

    @Prosrc("pg_try_advisory_xact_lock_int8")
    public static boolean tryLockInTransaction(CallContext call, long key) {
        return tryLock(call, tag(call, key), LockMode.EXCLUSIVE, Scope.TRANSACTION);
    }

    @Prosrc("pg_try_advisory_lock_shared_int8")
    public static boolean tryLockShared(CallContext call, long key) {
        return tryLock(call, tag(call, key), LockMode.SHARE, Scope.SESSION);
    }

    @Prosrc("pg_try_advisory_xact_lock_shared_int8")
    public static boolean tryLockSharedInTransaction(CallContext call, long key) {
        return tryLock(call, tag(call, key), LockMode.SHARE, Scope.TRANSACTION);
    }

    @Prosrc("pg_advisory_unlock_int8")
    public static boolean unlock(CallContext call, long key) {
        return unlock(call, tag(call, key), LockMode.EXCLUSIVE);
    }

    @Prosrc("pg_advisory_unlock_shared_int8")
    public static boolean unlockShared(CallContext call, long key) {
        return unlock(call, tag(call, key), LockMode.SHARE);
    }

    @Prosrc("pg_advisory_lock_int4")
    public static void lock(CallContext call, int high, int low) {
        lock(call, tag(call, high, low), LockMode.EXCLUSIVE, Scope.SESSION);
    }

    @Prosrc("pg_advisory_xact_lock_int4")
    public static void lockInTransaction(CallContext call, int high, int low) {
        lock(call, tag(call, high, low), LockMode.EXCLUSIVE, Scope.TRANSACTION);
    }

    @Prosrc("pg_advisory_lock_shared_int4")
    public static void lockShared(CallContext call, int high, int low) {
        lock(call, tag(call, high, low), LockMode.SHARE, Scope.SESSION);
    }

    @Prosrc("pg_advisory_xact_lock_shared_int4")
    public static void lockSharedInTransaction(CallContext call, int high, int low) {
        lock(call, tag(call, high, low), LockMode.SHARE, Scope.TRANSACTION);
    }

    @Prosrc("pg_try_advisory_lock_int4")
    public static boolean tryLock(CallContext call, int high, int low) {
        return tryLock(call, tag(call, high, low), LockMode.EXCLUSIVE, Scope.SESSION);
    }

    @Prosrc("pg_try_advisory_xact_lock_int4")
    public static boolean tryLockInTransaction(CallContext call, int high, int low) {
        return tryLock(call, tag(call, high, low), LockMode.EXCLUSIVE, Scope.TRANSACTION);
    }

    @Prosrc("pg_try_advisory_lock_shared_int4")
    public static boolean tryLockShared(CallContext call, int high, int low) {
        return tryLock(call, tag(call, high, low), LockMode.SHARE, Scope.SESSION);
    }

    @Prosrc("pg_try_advisory_xact_lock_shared_int4")
    public static boolean tryLockSharedInTransaction(CallContext call, int high, int low) {
        return tryLock(call, tag(call, high, low), LockMode.SHARE, Scope.TRANSACTION);
    }

    @Prosrc("pg_advisory_unlock_int4")
    public static boolean unlock(CallContext call, int high, int low) {
        return unlock(call, tag(call, high, low), LockMode.EXCLUSIVE);
    }

    @Prosrc("pg_advisory_unlock_shared_int4")
    public static boolean unlockShared(CallContext call, int high, int low) {
        return unlock(call, tag(call, high, low), LockMode.SHARE);
    }

    @Prosrc("pg_advisory_unlock_all")
    public static void unlockAll(CallContext call) {
        Backend session = SessionFunctions.session(call);
        session.instance().store().locks().unlockAllAdvisory(session.locks());
    }
}
