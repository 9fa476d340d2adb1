package io.pglitedb.executor.function;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.run.TriggerCalls;
import io.pglitedb.types.Oids;
import io.pglitedb.types.datetime.DateTimeArithmetic;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Inet;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/// Who and where the session is.
public final class SessionFunctions {
    private static final int PG_CATALOG = 11;

    private SessionFunctions() {}

    static Backend session(CallContext call) {
        return call.session().as(Backend.class);
    }

    /// Begins as PostgreSQL's does: clients look for the number.
    @Prosrc("pgsql_version")
    public static Utf8 version(CallContext call) {
        return Utf8.of("PostgreSQL %s (PGLiteDB) on %s-%s, Java %s, 64-bit"
                .formatted(
                        call.session().setting("server_version"),
                        System.getProperty("os.arch"),
                        System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT),
                        Runtime.version().feature()));
    }

    @Prosrc("pg_trigger_depth")
    public static int triggerDepth(CallContext call) {
        return call.session().as(TriggerCalls.class).depth();
    }

    @Prosrc("current_database")
    public static Utf8 currentDatabase(CallContext call) {
        return Utf8.of(session(call).catalog().databaseName());
    }

    @Prosrc("current_user")
    public static Utf8 currentUser(CallContext call) {
        return Utf8.of(session(call).identity().currentUser().name());
    }

    @Prosrc("session_user")
    public static Utf8 sessionUser(CallContext call) {
        return Utf8.of(session(call).identity().sessionUser().name());
    }

    /// The first schema of the search path that exists, implicit ones aside: where objects are made.
    @Prosrc("current_schema")
    public static Utf8 currentSchema(CallContext call) {
        CatalogView catalog = session(call).catalog();
        int schema = catalog.creationNamespace();
        String name = schema == Oids.NONE ? null : catalog.namespaceName(schema);
        return name == null ? null : Utf8.of(name);
    }

    @Prosrc("current_schemas")
    public static PgArray currentSchemas(CallContext call, boolean implicit) {
        Backend session = session(call);
        CatalogView catalog = session.catalog();
        List<Utf8> names = new ArrayList<>();
        boolean pastImplicit = false;
        for (int schema : catalog.searchPath()) {
            pastImplicit |= schema == catalog.creationNamespace();
            boolean isImplicit = !pastImplicit
                    && (schema == PG_CATALOG
                            || schema == session.sessionCatalog().temporarySchema());
            if (implicit || !isImplicit) {
                names.add(Utf8.of(catalog.namespaceName(schema)));
            }
        }
        return PgArray.of(Oids.NAME, names.toArray());
    }

    @Prosrc("pg_client_encoding")
    public static Utf8 clientEncoding(CallContext call) {
        return Utf8.of(call.session().setting("client_encoding"));
    }

    @Prosrc("getdatabaseencoding")
    public static Utf8 databaseEncoding() {
        return Utf8.of("UTF8");
    }

    @Prosrc("pg_backend_pid")
    public static int backendPid(CallContext call) {
        return session(call).processId();
    }

    @Prosrc("pg_postmaster_start_time")
    public static long serverStart(CallContext call) {
        return session(call).instance().startedAt();
    }

    /// The configuration is read when the server starts.
    @Prosrc("pg_conf_load_time")
    public static long configurationLoad(CallContext call) {
        return session(call).instance().startedAt();
    }

    @Prosrc("pg_is_in_recovery")
    public static boolean isInRecovery() {
        return false;
    }

    @Prosrc("pg_jit_available")
    public static boolean jitAvailable() {
        return false;
    }

    @Prosrc("pg_my_temp_schema")
    public static int temporarySchema(CallContext call) {
        return session(call).sessionCatalog().temporarySchema();
    }

    @Prosrc("pg_is_other_temp_schema")
    public static boolean isOtherTemporarySchema(CallContext call, int schema) {
        Backend session = session(call);
        String name = session.catalog().namespaceName(schema);
        return name != null
                && name.startsWith("pg_temp_")
                && schema != session.sessionCatalog().temporarySchema();
    }

    /// Null inside the same process.
    @Prosrc("inet_client_addr")
    public static Inet clientAddress(CallContext call) {
        return address(session(call).request().clientAddress());
    }

    static Inet address(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            return Inet.of(bytes, bytes.length * 8);
        } catch (UnknownHostException notNumeric) {
            throw new IllegalStateException(text, notNumeric);
        }
    }

    @Prosrc("pg_export_snapshot")
    public static Utf8 exportSnapshot(CallContext call) {
        Backend session = session(call);
        return Utf8.of(session.block()
                .exportSnapshot(
                        session.instance().snapshots(), session.sessionCatalog().databaseOid(), session.processId()));
    }

    @Prosrc("pg_sleep")
    public static void sleep(CallContext call, double seconds) {
        if (seconds > 0) {
            session(call).interrupts().sleep((long) Math.min(seconds * 1e9, Long.MAX_VALUE / 4.0));
        }
    }

    @Prosrc("pg_sleep_for(interval)")
    public static void sleepFor(CallContext call, Interval time) {
        sleepUntil(
                call,
                DateTimeArithmetic.timestampTzPlusInterval(call, call.session().clockTimestamp(), time));
    }

    /// @param instant µs since 2000-01-01 UTC
    @Prosrc("pg_sleep_until(timestamp with time zone)")
    public static void sleepUntil(CallContext call, long instant) {
        sleep(call, ((double) instant - call.session().clockTimestamp()) / 1e6);
    }

    /// The text that the client sent last, with all of its statements.
    @Prosrc("current_query")
    public static Utf8 currentQuery(CallContext call) {
        String query = session(call).activity().query();
        return query.isEmpty() ? null : Utf8.of(query);
    }

    @Prosrc("pg_cancel_backend")
    public static boolean cancel(CallContext call, int processId) {
        return BackendFunctions.interrupt(
                session(call), processId, io.pglitedb.executor.backend.Interrupts.Reason.CANCEL);
    }

    /// @param timeoutMs how long to wait for the end, 0 not at all
    @Prosrc("pg_terminate_backend")
    public static boolean terminate(CallContext call, int processId, long timeoutMs) {
        if (timeoutMs < 0) {
            throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "\"timeout\" must not be negative");
        }
        return BackendFunctions.terminate(session(call), processId, timeoutMs);
    }
}
