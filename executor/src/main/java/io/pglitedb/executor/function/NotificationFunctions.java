package io.pglitedb.executor.function;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.Iterator;

/// NOTIFY as a function.
public final class NotificationFunctions {
    private NotificationFunctions() {}

    @Prosrc("pg_notify")
    public static void notify(CallContext call, Utf8 channel, Utf8 payload) {
        SessionFunctions.session(call)
                .notifications()
                .notify(channel == null ? "" : channel.toString(), payload == null ? "" : payload.toString());
    }

    @Prosrc("pg_listening_channels")
    public static Iterator<Object> channels(CallContext call) {
        return SessionFunctions.session(call).notifications().channels().stream()
                .map(channel -> (Object) Utf8.of(channel))
                .iterator();
    }

    /// There is no queue to fill up: what is sent is in the listeners' mailboxes at once.
    @Prosrc("pg_notification_queue_usage")
    public static double queueUsage() {
        return 0;
    }
}
