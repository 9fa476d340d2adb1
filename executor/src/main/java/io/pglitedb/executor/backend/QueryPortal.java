package io.pglitedb.executor.backend;

import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ResponseSink;
import java.util.List;

/// A query: gives rows on demand, unless it changes data, which happens at once and to its end.
public final class QueryPortal extends Portal {
    private final Backend session;
    private final Object[] parameters;
    private final Cursor cursor;
    private QueryRun run;

    QueryPortal(
            String name,
            StatementSource source,
            Object[] parameters,
            ResultShape shape,
            List<ColumnFormat> formats,
            CursorOptions options,
            Backend session) {
        super(name, source, shape, formats, session.block().level());
        this.session = session;
        this.parameters = parameters;
        this.cursor = new Cursor(options, this::nextRow, () -> run.position());
    }

    /// For FETCH and MOVE.
    public Cursor cursor() {
        requireRunnable();
        return cursor;
    }

    /// Takes the snapshot; no effect when it has been taken.
    public void start() {
        if (run == null) {
            run = QueryRun.open(source(), parameters, session);
            if (run.plan().modifies() && run.plan().returnsRows()) {
                cursor.keepAll();
            }
        }
    }

    private Object[] nextRow() {
        start();
        return run.next();
    }

    @Override
    String run(long maxRows, RowReceiver receiver, ResponseSink sink) {
        requireRunnable();
        start();
        if (!shape().returnsRows()) {
            while (cursor.forward() != null) {
                session.interrupts().check();
            }
            return run.tag(0);
        }
        long sent = 0;
        while (maxRows == 0 || sent < maxRows) {
            Object[] row = cursor.forward();
            if (row == null) {
                return run.tag(sent);
            }
            receiver.row(row);
            sent++;
        }
        return null;
    }

    /// Keeps what is left of the rows, so that the portal outlives its transaction.
    void hold() {
        start();
        cursor.keepAll();
        run.close();
        level(0);
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
        }
    }
}
