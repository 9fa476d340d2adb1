package io.pglitedb.executor.backend;

import io.pglitedb.executor.session.TransactionStatus;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Ends sessions that wait too long for their client: `idle_in_transaction_session_timeout`,
/// `idle_session_timeout`.
final class IdleTimeouts {
    private final Backend session;
    private Future<?> timer;

    IdleTimeouts(Backend session) {
        this.session = session;
    }

    void start() {
        SettingValues values = session.variables().values();
        long milliseconds = session.block().status() == TransactionStatus.IDLE
                ? values.idleTimeoutMs()
                : values.idleInTransactionTimeoutMs();
        if (milliseconds > 0) {
            timer = session.instance()
                    .timers()
                    .schedule(session.events()::terminationRequested, milliseconds, TimeUnit.MILLISECONDS);
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
