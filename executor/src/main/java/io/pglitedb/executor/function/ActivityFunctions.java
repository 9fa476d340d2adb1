package io.pglitedb.executor.function;

import io.pglitedb.executor.backend.Activity;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/// What the sessions do: pg_stat_activity.
public final class ActivityFunctions {
    private ActivityFunctions() {}

    static List<Backend> sessions(CallContext call) {
        return SessionFunctions.session(call).instance().registry().all().stream()
                .sorted(Comparator.comparingInt(Backend::processId))
                .toList();
    }

    /// @param processId NULL for all
    @Prosrc("pg_stat_get_activity")
    public static Iterator<Object> activity(CallContext call, Integer processId) {
        return sessions(call).stream()
                .filter(session -> processId == null || session.processId() == processId)
                .map(session -> (Object) row(session))
                .iterator();
    }

    private static Object[] row(Backend session) {
        Activity activity = session.activity();
        long transactionId = session.locks().transactionId();
        boolean waits = session.locks().isWaiting();
        return new Object[] {
            session.sessionCatalog().databaseOid(),
            session.processId(),
            session.identity().login().oid(),
            Utf8.of(activity.applicationName()),
            Utf8.of(activity.state()),
            Utf8.of(activity.query()),
            waits ? Utf8.of("Lock") : activity.isActive() ? null : Utf8.of("Client"),
            waits || activity.isActive() ? null : Utf8.of("ClientRead"),
            orNull(activity.transactionStart()),
            orNull(activity.queryStart()),
            session.startedAt(),
            orNull(activity.stateChange()),
            SessionFunctions.address(session.request().clientAddress()),
            null, // client_hostname: names are not looked up
            -1, // client_port
            transactionId == 0 ? null : (int) transactionId,
            null, // backend_xmin
            Utf8.of("client backend"),
            false, // ssl and what follows are the protocol's to know
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            false,
            null,
            null
        };
    }

    private static Long orNull(long micros) {
        return micros == 0 ? null : micros;
    }
}
