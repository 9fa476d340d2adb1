package io.pglitedb.types.datetime;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Time zones by name: IANA names (case aside), PostgreSQL's abbreviations, POSIX names with a fixed offset
/// (`XYZ+3`,
/// west positive). POSIX names with a daylight rule are not known, but for those that IANA lists.
public final class Zones {
    /// @param secondsEast of Greenwich, daylight saving included
    /// @param zone whose history it follows, null when its meaning never changed
    record Abbreviation(int secondsEast, boolean daylight, ZoneId zone) {
        int secondsEastAtInstant(long micros) {
            if (zone == null) {
                return secondsEast;
            }
            int standard = zone.getRules().getStandardOffset(instant(micros)).getTotalSeconds();
            return daylight ? standard + 3600 : standard;
        }

        int secondsEastAtLocal(long localMicros) {
            return zone == null
                    ? secondsEast
                    : secondsEastAtInstant(
                            localMicros - offsetAtLocal(localMicros, zone) * DateTimes.MICROS_PER_SECOND);
        }
    }

    private static final Map<String, ZoneId> BY_NAME = names();
    private static final Map<String, Abbreviation> ABBREVIATIONS = readAbbreviations();
    private static final Pattern POSIX =
            Pattern.compile("(?:[a-z]{3,}|<[a-z0-9+:-]+>)([+-]?)(\\d{1,3})(?::(\\d{1,2}))?(?::(\\d{1,2}))?");
    private static final long UNIX_TO_EPOCH_SECONDS = DateTimes.UNIX_TO_EPOCH_DAYS * 86_400L;

    private Zones() {}

    private static Map<String, ZoneId> names() {
        Map<String, ZoneId> names = new HashMap<>();
        for (String name : ZoneId.getAvailableZoneIds()) {
            if (!name.startsWith("SystemV/")) {
                names.put(name.toLowerCase(Locale.ROOT), ZoneId.of(name));
            }
        }
        for (String fixed : new String[] {"EST -5", "MST -7", "HST -10"}) {
            String[] parts = fixed.split(" ");
            names.put(parts[0].toLowerCase(Locale.ROOT), ZoneOffset.ofHours(Integer.parseInt(parts[1])));
        }
        return names;
    }

    private static Map<String, Abbreviation> readAbbreviations() {
        Map<String, Abbreviation> known = new HashMap<>();
        try (InputStream in = Zones.class.getResourceAsStream("timezone_abbrevs.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] fields = line.split("\t", -1);
                        known.put(
                                fields[0].toLowerCase(Locale.ROOT),
                                new Abbreviation(
                                        seconds(fields[1]),
                                        fields[2].equals("t"),
                                        fields[3].isEmpty() ? null : ZoneId.of(fields[3])));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    private static int seconds(String offset) {
        int sign = offset.startsWith("-") ? -1 : 1;
        String[] parts = offset.replace("-", "").split(":");
        return sign * (Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60);
    }

    /// Null when there is none.
    static Abbreviation abbreviation(String lowerCase) {
        return ABBREVIATIONS.get(lowerCase);
    }

    /// A full or POSIX name, case aside; null when there is none.
    public static ZoneId find(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        ZoneId zone = BY_NAME.get(lowerCase);
        return zone != null ? zone : posix(lowerCase);
    }

    private static ZoneId posix(String name) {
        Matcher parts = POSIX.matcher(name);
        if (!parts.matches()) {
            return null;
        }
        int hours = Integer.parseInt(parts.group(2));
        int minutes = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        int seconds = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4));
        int west = hours * 3600 + minutes * 60 + seconds;
        if (west > 18 * 3600) {
            return null;
        }
        return ZoneOffset.ofTotalSeconds(parts.group(1).equals("-") ? west : -west);
    }

    /// What an abbreviation or a name, as AT TIME ZONE takes them, means at an instant; 22023 when there is none.
    static ZoneId atInstant(String name, long micros) {
        Abbreviation abbreviation = abbreviation(name.toLowerCase(Locale.ROOT));
        return abbreviation == null ? get(name) : ZoneOffset.ofTotalSeconds(abbreviation.secondsEastAtInstant(micros));
    }

    /// The same at a local time.
    static ZoneId atLocal(String name, long localMicros) {
        Abbreviation abbreviation = abbreviation(name.toLowerCase(Locale.ROOT));
        return abbreviation == null
                ? get(name)
                : ZoneOffset.ofTotalSeconds(abbreviation.secondsEastAtLocal(localMicros));
    }

    private static ZoneId get(String name) {
        ZoneId zone = find(name);
        if (zone == null) {
            throw unknown(name);
        }
        return zone;
    }

    static PgException unknown(String name) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, "time zone \"" + name + "\" not recognized");
    }

    /// Seconds east of Greenwich.
    static int offsetAtInstant(long micros, ZoneId zone) {
        if (zone instanceof ZoneOffset offset) {
            return offset.getTotalSeconds();
        }
        return zone.getRules().getOffset(instant(micros)).getTotalSeconds();
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, DateTimes.MICROS_PER_SECOND) + UNIX_TO_EPOCH_SECONDS);
    }

    /// Seconds east of Greenwich at a local time. In a gap the offset before it, in an overlap the one after it.
    static int offsetAtLocal(long localMicros, ZoneId zone) {
        if (zone instanceof ZoneOffset offset) {
            return offset.getTotalSeconds();
        }
        long seconds = Math.floorDiv(localMicros, DateTimes.MICROS_PER_SECOND) + UNIX_TO_EPOCH_SECONDS;
        LocalDateTime local = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        ZoneOffset offset = transition == null
                ? zone.getRules().getOffset(local)
                : transition.isGap() ? transition.getOffsetBefore() : transition.getOffsetAfter();
        return offset.getTotalSeconds();
    }

    /// UTC µs of a local time; 22008 when out of range.
    static long toInstant(long localMicros, ZoneId zone) {
        return DateTimes.checkTimestamp(localMicros - offsetAtLocal(localMicros, zone) * DateTimes.MICROS_PER_SECOND);
    }

    /// Local µs of an instant; 22008 when out of range.
    static long toLocal(long micros, ZoneId zone) {
        return DateTimes.checkTimestamp(micros + offsetAtInstant(micros, zone) * DateTimes.MICROS_PER_SECOND);
    }

    /// Every zone by its name as it is written.
    static Map<String, ZoneId> named() {
        Map<String, ZoneId> named = new TreeMap<>();
        for (String name : ZoneId.getAvailableZoneIds()) {
            ZoneId known = BY_NAME.get(name.toLowerCase(Locale.ROOT));
            if (known != null) {
                named.put(name, known);
            }
        }
        return named;
    }

    /// By abbreviation in lower case.
    static Map<String, Abbreviation> abbreviations() {
        return new TreeMap<>(ABBREVIATIONS);
    }

    static boolean isDaylightAt(long micros, ZoneId zone) {
        return zone.getRules().isDaylightSavings(instant(micros));
    }

    /// What the zone is called at that instant: `PST`; `+03` where it has no letters.
    static String abbreviationAt(long micros, ZoneId zone) {
        int seconds = offsetAtInstant(micros, zone);
        if (!(zone instanceof ZoneOffset)) {
            boolean daylight = isDaylightAt(micros, zone);
            String name = TimeZone.getTimeZone(zone).getDisplayName(daylight, TimeZone.SHORT, Locale.ENGLISH);
            if (name.chars().allMatch(Character::isLetter)) {
                return name;
            }
        } else if (seconds == 0) {
            return "UTC";
        }
        return DateTimePrinter.offset(-seconds, false);
    }
}
