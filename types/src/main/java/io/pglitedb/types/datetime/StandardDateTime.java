package io.pglitedb.types.datetime;

import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.TimeTz;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A date, time or timestamp read strictly by a template: what jsonpath's datetime() gives. Which of them it is
/// follows from the template's fields.
///
/// @param typeOid of date, time, timetz, timestamp or timestamptz
/// @param value a carrier of that type
/// @param zoneSecondsWest as it was written, 0 without a zone
public record StandardDateTime(int typeOid, Object value, int zoneSecondsWest) {
    /// ISO 8601's forms, in the order in which they are tried.
    private static final List<String> ISO_TEMPLATES = isoTemplates();

    private static List<String> isoTemplates() {
        String[] zones = {"TZH:TZM", "TZH"};
        String[] clocks = {"HH24:MI:SS.US", "HH24:MI:SS"};
        List<String> templates = new ArrayList<>(List.of("yyyy-mm-dd"));
        for (String clock : clocks) {
            for (String zone : zones) {
                templates.add(clock + zone);
            }
        }
        templates.addAll(List.of(clocks));
        for (String separator : new String[] {" ", "\"T\""}) {
            for (String clock : clocks) {
                for (String zone : zones) {
                    templates.add("yyyy-mm-dd" + separator + clock + zone);
                }
            }
        }
        for (String separator : new String[] {" ", "\"T\""}) {
            for (String clock : clocks) {
                templates.add("yyyy-mm-dd" + separator + clock);
            }
        }
        return List.copyOf(templates);
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_DATETIME_FORMAT, message);
    }

    /// In one of ISO 8601's forms; null when it is in none.
    public static StandardDateTime parseIso(String text) {
        for (String template : ISO_TEMPLATES) {
            try {
                return parse(text, template);
            } catch (PgException _) {
                // the next form
            }
        }
        return null;
    }

    public static StandardDateTime parse(String text, String templateText) {
        DateTemplate template = DateTemplate.parseStandard(templateText);
        boolean dated = false;
        boolean timed = false;
        boolean zoned = false;
        for (DateTemplate.Node node : template.nodes()) {
            if (node instanceof DateTemplate.Field field) {
                switch (field.field()) {
                    case FIXED -> {}
                    case HALF_DAY,
                            HOUR_12,
                            HOUR_24,
                            MINUTE,
                            SECOND,
                            FRACTION,
                            MILLISECOND,
                            MICROSECOND,
                            SECOND_OF_DAY -> timed = true;
                    case ZONE, ZONE_HOURS, ZONE_MINUTES, ZONE_OFFSET -> zoned = true;
                    default -> dated = true;
                }
            }
        }
        TemplateFields fields = TemplateReader.read(text, template);
        BrokenDownTime time = fields.toTime(text);
        int digits = fields.fractionDigits == 0 ? -1 : fields.fractionDigits;
        int zone = fields.zoneSign == 0 ? 0 : time.zone;
        if (!timed) {
            if (!dated) {
                throw invalid("datetime format is not dated and not timed");
            }
            if (zoned) {
                throw invalid("datetime format is zoned but not timed");
            }
            return new StandardDateTime(Oids.DATE, time.days(), 0);
        }
        if (zoned && fields.zoneSign == 0) {
            throw invalid("missing time zone in input string for type " + (dated ? "timestamptz" : "timetz"));
        }
        if (!dated) {
            long micros = DateTimes.round(time.timeOfDay(), digits);
            return zoned
                    ? new StandardDateTime(Oids.TIMETZ, new TimeTz(micros, zone), zone)
                    : new StandardDateTime(Oids.TIME, micros, 0);
        }
        return zoned
                ? new StandardDateTime(Oids.TIMESTAMPTZ, DateTimes.round(time.instant(), digits), zone)
                : new StandardDateTime(Oids.TIMESTAMP, DateTimes.round(time.timestamp(), digits), 0);
    }

    /// As JSON shows it: ISO 8601, in the zone that was written.
    public String text() {
        return switch (typeOid) {
            case Oids.DATE -> DateType.DATE.toUtf8(value, null).toString();
            case Oids.TIME -> TimeType.TIME.toUtf8(value, null).toString();
            case Oids.TIMETZ ->
                TimeType.TIME.toUtf8(((TimeTz) value).micros(), null) + DateTimePrinter.offset(zoneSecondsWest, true);
            case Oids.TIMESTAMP -> local((Long) value);
            default ->
                local((Long) value - zoneSecondsWest * DateTimes.MICROS_PER_SECOND)
                        + DateTimePrinter.offset(zoneSecondsWest, true);
        };
    }

    private static String local(long micros) {
        return TimestampType.TIMESTAMP.toUtf8(micros, null).toString().replaceFirst(" ", "T");
    }

    /// Null when the two cannot be compared. 0A000 when a zone would have to be guessed.
    ///
    /// @param zone for values without one; null when it must not be used
    public Integer compare(StandardDateTime other, ZoneId zone) {
        if (isTimeOfDay() != other.isTimeOfDay()) {
            return null;
        }
        if (isZoned() == other.isZoned()) {
            return typeOid == Oids.TIMETZ
                    ? TimeTzType.compare((TimeTz) value, (TimeTz) other.value)
                    : Long.compare(micros(), other.micros());
        }
        if (isZoned()) {
            Integer reversed = other.compare(this, zone);
            return reversed == null ? null : -reversed;
        }
        if (zone == null) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "cannot convert value from %s to %s without time zone usage"
                                    .formatted(shortName(), other.shortName()))
                    .hint("Use *_tz() function for time zone support.");
        }
        if (isTimeOfDay()) {
            long now = System.currentTimeMillis() * 1000 - DateTimes.UNIX_TO_EPOCH_DAYS * DateTimes.MICROS_PER_DAY;
            TimeTz zoned = new TimeTz(micros(), -Zones.offsetAtInstant(now, zone));
            return TimeTzType.compare(zoned, (TimeTz) other.value);
        }
        return Long.compare(Zones.toInstant(micros(), zone), other.micros());
    }

    private boolean isTimeOfDay() {
        return typeOid == Oids.TIME || typeOid == Oids.TIMETZ;
    }

    private boolean isZoned() {
        return typeOid == Oids.TIMESTAMPTZ || typeOid == Oids.TIMETZ;
    }

    /// A date beyond all timestamps is the greatest.
    private long micros() {
        if (typeOid != Oids.DATE) {
            return (Long) value;
        }
        int days = (Integer) value;
        return days > Long.MAX_VALUE / DateTimes.MICROS_PER_DAY ? Long.MAX_VALUE : days * DateTimes.MICROS_PER_DAY;
    }

    private String shortName() {
        return switch (typeOid) {
            case Oids.DATE -> "date";
            case Oids.TIME -> "time";
            case Oids.TIMETZ -> "timetz";
            case Oids.TIMESTAMP -> "timestamp";
            default -> "timestamptz";
        };
    }
}
