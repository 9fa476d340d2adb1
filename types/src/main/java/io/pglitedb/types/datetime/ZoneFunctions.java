package io.pglitedb.types.datetime;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.Utf8;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/// The time zones that are known, as rows, with their offsets at the transaction's time.
public final class ZoneFunctions {
    private ZoneFunctions() {}

    private static Interval offset(int secondsEast) {
        return new Interval(0, 0, secondsEast * DateTimes.MICROS_PER_SECOND);
    }

    /// Columns: name, abbreviation, offset, whether it is daylight saving.
    @Prosrc("pg_timezone_names")
    public static Iterator<Object> names(CallContext call) {
        long now = call.session().transactionTimestamp();
        return Zones.named().entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), now))
                .iterator();
    }

    private static Object row(String name, ZoneId zone, long now) {
        return new Object[] {
            Utf8.of(name),
            Utf8.of(Zones.abbreviationAt(now, zone)),
            offset(Zones.offsetAtInstant(now, zone)),
            Zones.isDaylightAt(now, zone)
        };
    }

    /// Columns: abbreviation, offset, whether it is daylight saving.
    @Prosrc("pg_timezone_abbrevs")
    public static Iterator<Object> abbreviations(CallContext call) {
        long now = call.session().transactionTimestamp();
        return Zones.abbreviations().entrySet().stream()
                .map((Map.Entry<String, Zones.Abbreviation> entry) -> (Object) new Object[] {
                    Utf8.of(entry.getKey().toUpperCase(Locale.ROOT)),
                    offset(entry.getValue().secondsEastAtInstant(now)),
                    entry.getValue().daylight()
                })
                .iterator();
    }
}
