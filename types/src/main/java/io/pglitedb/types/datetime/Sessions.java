package io.pglitedb.types.datetime;

import io.pglitedb.types.SessionContext;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Settings with their defaults where no session is at hand.
final class Sessions {
    private Sessions() {}

    static ZoneId zone(SessionContext session) {
        return session == null ? ZoneOffset.UTC : session.timeZone();
    }

    static SessionContext.DateStyle.Order order(SessionContext session) {
        return session == null
                ? SessionContext.DateStyle.Order.MDY
                : session.dateStyle().order();
    }

    static SessionContext.IntervalStyle intervalStyle(SessionContext session) {
        return session == null ? SessionContext.IntervalStyle.POSTGRES : session.intervalStyle();
    }

    static long now(SessionContext session) {
        return session.transactionTimestamp();
    }
}
