package io.pglitedb.executor.function;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.Interrupts;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Inet;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.Iterator;
import java.util.List;

/// Single facts about a session; a session's number here is its process id.
public final class BackendFunctions {
    private static final long POLL_NANOS = 10_000_000;

    private BackendFunctions() {}

    static boolean interrupt(Backend asking, int processId, Interrupts.Reason reason) {
        Backend target = asking.instance().registry().find(processId);
        if (target == null) {
            asking.report(
                    Report.warning(SqlState.WARNING, "PID %d is not a PostgreSQL server process".formatted(processId)));
            return false;
        }
        target.interrupts().interrupt(reason);
        return true;
    }

    static boolean terminate(Backend asking, int processId, long timeoutMs) {
        Backend target = asking.instance().registry().find(processId);
        if (!interrupt(asking, processId, Interrupts.Reason.TERMINATION)) {
            return false;
        }
        target.events().terminationRequested();
        long deadline = System.nanoTime() + timeoutMs * 1_000_000;
        while (timeoutMs > 0 && asking.instance().registry().find(processId) == target) {
            if (System.nanoTime() >= deadline) {
                asking.report(Report.warning(
                        SqlState.WARNING,
                        "backend with PID %d did not terminate within %d milliseconds"
                                .formatted(processId, timeoutMs)));
                return false;
            }
            asking.interrupts().sleep(POLL_NANOS);
        }
        return true;
    }

    @Prosrc("pg_stat_get_backend_idset")
    public static Iterator<Object> ids(CallContext call) {
        return ActivityFunctions.sessions(call).stream()
                .map(session -> (Object) session.processId())
                .iterator();
    }

    private static Backend find(CallContext call, int id) {
        return SessionFunctions.session(call).instance().registry().find(id);
    }

    @Prosrc("pg_stat_get_backend_pid")
    public static Integer pid(CallContext call, int id) {
        Backend session = find(call, id);
        return session == null ? null : session.processId();
    }

    @Prosrc("pg_stat_get_backend_dbid")
    public static Integer database(CallContext call, int id) {
        Backend session = find(call, id);
        return session == null ? null : session.sessionCatalog().databaseOid();
    }

    @Prosrc("pg_stat_get_backend_userid")
    public static Integer user(CallContext call, int id) {
        Backend session = find(call, id);
        return session == null ? null : session.identity().login().oid();
    }

    @Prosrc("pg_stat_get_backend_activity")
    public static Utf8 query(CallContext call, int id) {
        Backend session = find(call, id);
        return session == null ? null : Utf8.of(session.activity().query());
    }

    @Prosrc("pg_stat_get_backend_start")
    public static Long start(CallContext call, int id) {
        Backend session = find(call, id);
        return session == null ? null : session.startedAt();
    }

    @Prosrc("pg_stat_get_backend_activity_start")
    public static Long queryStart(CallContext call, int id) {
        Backend session = find(call, id);
        return session == null || session.activity().queryStart() == 0
                ? null
                : session.activity().queryStart();
    }

    @Prosrc("pg_stat_get_backend_xact_start")
    public static Long transactionStart(CallContext call, int id) {
        Backend session = find(call, id);
        return session == null || session.activity().transactionStart() == 0
                ? null
                : session.activity().transactionStart();
    }

    @Prosrc("pg_stat_get_backend_client_addr")
    public static Inet clientAddress(CallContext call, int id) {
        Backend session = find(call, id);
        return session == null
                ? null
                : SessionFunctions.address(session.request().clientAddress());
    }

    /// Sessions connected to the database.
    @Prosrc("pg_stat_get_db_numbackends")
    public static int count(CallContext call, int database) {
        return (int) ActivityFunctions.sessions(call).stream()
                .filter(session -> session.sessionCatalog().databaseOid() == database)
                .count();
    }

    @Prosrc("pg_blocking_pids")
    public static PgArray blocking(CallContext call, int processId) {
        Backend session = find(call, processId);
        List<Integer> pids =
                session == null ? List.of() : session.instance().store().blockingProcessIds(session.locks());
        return PgArray.of(Oids.INT4, pids.toArray());
    }

    /// For PostgreSQL's isolation tester: does the session wait for one of those?
    @Prosrc("pg_isolation_test_session_is_blocked")
    public static boolean isBlocked(CallContext call, int processId, PgArray by) {
        Backend session = find(call, processId);
        List<?> others = java.util.Arrays.asList(by.elements());
        return session != null
                && session.instance().store().blockingProcessIds(session.locks()).stream()
                        .anyMatch(others::contains);
    }
}
