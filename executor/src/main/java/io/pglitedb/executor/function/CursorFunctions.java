package io.pglitedb.executor.function;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.CursorOptions;
import io.pglitedb.executor.backend.Portal;
import io.pglitedb.executor.backend.PreparedStatements.Prepared;
import io.pglitedb.executor.backend.QueryPortal;
import io.pglitedb.types.Oids;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Cursors and prepared statements of the session: pg_cursors, pg_prepared_statements.
public final class CursorFunctions {
    private CursorFunctions() {}

    @Prosrc("pg_cursor")
    public static Iterator<Object> cursors(CallContext call) {
        List<Object> rows = new ArrayList<>();
        for (Portal portal : SessionFunctions.session(call).portals().all()) {
            if (portal instanceof QueryPortal query && !portal.name().isEmpty()) {
                CursorOptions options = query.cursor().options();
                String text = options.text().isEmpty() ? portal.source().text() : options.text();
                rows.add(new Object[] {
                    Utf8.of(portal.name()),
                    Utf8.of(text),
                    options.hold(),
                    options.binary(),
                    options.scroll(),
                    options.createdAt()
                });
            }
        }
        return rows.iterator();
    }

    @Prosrc("pg_prepared_statement")
    public static Iterator<Object> prepared(CallContext call) {
        Backend session = SessionFunctions.session(call);
        List<Object> rows = new ArrayList<>();
        for (Prepared prepared : session.statements().all()) {
            List<Integer> types = prepared.source() == null
                    ? List.of()
                    : prepared.source().analysis(session).parameterTypes();
            rows.add(new Object[] {
                Utf8.of(prepared.name()),
                Utf8.of(prepared.text()),
                prepared.preparedAt(),
                PgArray.of(Oids.REGTYPE, types.toArray()),
                prepared.fromSql(),
                0L,
                0L
            });
        }
        return rows.iterator();
    }

    /// Columns of pg_prepared_xacts, databases and owners by their OIDs.
    @Prosrc("pg_prepared_xact")
    public static Iterator<Object> preparedTransactions(CallContext call) {
        return SessionFunctions.session(call).instance().store().prepared().list().stream()
                .map(prepared -> (Object) new Object[] {
                    (int) prepared.transactionId(),
                    Utf8.of(prepared.label().identifier()),
                    prepared.label().preparedAt(),
                    prepared.label().owner(),
                    prepared.label().database()
                })
                .iterator();
    }
}
