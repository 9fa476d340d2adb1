package io.pglitedb.types.datetime;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.Utf8;

/// to_char of dates and intervals, to_date, to_timestamp.
public final class TemplateFunctions {
    private TemplateFunctions() {}

    @Prosrc("timestamp_to_char")
    public static Utf8 toChar(long micros, Utf8 template) {
        return template.isEmpty() || DateTimes.isInfinite(micros)
                ? null
                : write(template, TemplateTime.ofTimestamp(micros));
    }

    @Prosrc("timestamptz_to_char")
    public static Utf8 toCharTz(CallContext call, long micros, Utf8 template) {
        return template.isEmpty() || DateTimes.isInfinite(micros)
                ? null
                : write(template, TemplateTime.ofInstant(micros, Sessions.zone(call.session())));
    }

    @Prosrc("interval_to_char")
    public static Utf8 toChar(Interval span, Utf8 template) {
        return template.isEmpty() ? null : write(template, TemplateTime.ofInterval(span));
    }

    private static Utf8 write(Utf8 template, TemplateTime time) {
        return Utf8.of(TemplateWriter.write(DateTemplate.parse(template.toString()), time));
    }

    @Prosrc("to_timestamp")
    public static long toTimestamp(CallContext call, Utf8 text, Utf8 template) {
        String source = text.toString();
        TemplateFields fields = TemplateReader.read(source, DateTemplate.parse(template.toString()));
        BrokenDownTime time = fields.toTime(source);
        long instant = fields.zoneSign != 0
                ? time.instant()
                : Zones.toInstant(time.timestamp(), Sessions.zone(call.session()));
        return fields.fractionDigits == 0 ? instant : DateTimes.round(instant, fields.fractionDigits);
    }

    @Prosrc("to_date")
    public static int toDate(Utf8 text, Utf8 template) {
        String source = text.toString();
        BrokenDownTime time = TemplateReader.read(source, DateTemplate.parse(template.toString()))
                .toTime(source);
        if (!DateTimes.isValidJulian(time.year, time.month)) {
            throw dateOutOfRange(source);
        }
        int days = time.days();
        if (days < DateTimes.MIN_DATE || days >= DateTimes.END_DATE) {
            throw dateOutOfRange(source);
        }
        return days;
    }

    private static PgException dateOutOfRange(String source) {
        return new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "date out of range: \"%s\"".formatted(source));
    }
}
