package io.pglitedb.catalog.setting;

import io.pglitedb.types.SessionContext.DateStyle;
import io.pglitedb.types.datetime.Zones;
import io.pglitedb.types.error.PgException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/// What strings with a meaning must look like, and how SHOW prints them.
final class SettingChecks {
    private SettingChecks() {}

    static String check(Setting setting, String text) {
        return switch (setting.name()) {
            case "DateStyle" -> print(dateStyle(text, new DateStyle(DateStyle.Format.ISO, DateStyle.Order.MDY)));
            case "TimeZone" -> timeZone(text);
            case "client_encoding" -> clientEncoding(text);
            case "application_name", "cluster_name" -> ascii(text);
            default -> text;
        };
    }

    static String print(DateStyle style) {
        String format = switch (style.format()) {
            case ISO -> "ISO";
            case SQL -> "SQL";
            case POSTGRES -> "Postgres";
            case GERMAN -> "German";
        };
        return format + ", " + style.order();
    }

    /// What the text leaves open stays as `current` has it.
    static DateStyle dateStyle(String text, DateStyle current) {
        DateStyle.Format format = null;
        DateStyle.Order order = null;
        boolean conflict = false;
        String[] words = text.isBlank() ? new String[0] : text.split(",", -1);
        for (String part : words) {
            String word = part.strip().toLowerCase(Locale.ROOT);
            if (word.isEmpty() || word.contains(" ")) {
                throw invalidDateStyle(text, "List syntax is invalid.");
            }
        }
        for (String part : words) {
            String word = part.strip().toLowerCase(Locale.ROOT);
            DateStyle.Format newFormat = switch (word) {
                case "iso" -> DateStyle.Format.ISO;
                case "sql" -> DateStyle.Format.SQL;
                case "german" -> DateStyle.Format.GERMAN;
                default -> word.startsWith("postgres") ? DateStyle.Format.POSTGRES : null;
            };
            DateStyle.Order newOrder = switch (word) {
                case "ymd" -> DateStyle.Order.YMD;
                case "mdy", "us" -> DateStyle.Order.MDY;
                case "dmy" -> DateStyle.Order.DMY;
                default ->
                    word.startsWith("euro")
                            ? DateStyle.Order.DMY
                            : word.startsWith("noneuro") ? DateStyle.Order.MDY : null;
            };
            if (newFormat != null) {
                conflict |= format != null && format != newFormat;
                format = newFormat;
                if (newFormat == DateStyle.Format.GERMAN && order == null) {
                    order = DateStyle.Order.DMY;
                }
            } else if (newOrder != null) {
                conflict |= order != null && order != newOrder;
                order = newOrder;
            } else if (!word.equals("default")) {
                throw invalidDateStyle(text, "Unrecognized key word: \"" + part.strip() + "\".");
            }
        }
        if (conflict) {
            throw invalidDateStyle(text, "Conflicting \"datestyle\" specifications.");
        }
        return new DateStyle(format == null ? current.format() : format, order == null ? current.order() : order);
    }

    private static PgException invalidDateStyle(String text, String detail) {
        return Setting.invalid("DateStyle", text).detail(detail);
    }

    /// A number is hours east of Greenwich, and becomes the POSIX name of that zone.
    private static String timeZone(String text) {
        if (text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            int seconds = (int) (Double.parseDouble(text) * 3600);
            if (Math.abs(seconds) > 167 * 3600) {
                throw Setting.invalid("TimeZone", text).detail("UTC timezone offset is out of range.");
            }
            if (Math.abs(seconds) > 18 * 3600) {
                throw PgException.notSupported("a time zone of more than 18 hours");
            }
            String offset = offset(Math.abs(seconds));
            return (seconds < 0 ? "<-" : "<+") + offset + (seconds < 0 ? ">+" : ">-") + offset;
        }
        if (text.toLowerCase(Locale.ROOT).startsWith("interval")) {
            throw PgException.notSupported("an interval in TimeZone");
        }
        ZoneId zone = Zones.find(text);
        if (zone == null) {
            throw Setting.invalid("TimeZone", text);
        }
        return zone instanceof ZoneOffset ? text.toUpperCase(Locale.ROOT) : zone.getId();
    }

    private static String offset(int seconds) {
        String hours = String.format(Locale.ROOT, "%02d", seconds / 3600);
        String minutes = seconds % 3600 == 0 ? "" : String.format(Locale.ROOT, ":%02d", seconds / 60 % 60);
        return hours + minutes + (seconds % 60 == 0 ? "" : String.format(Locale.ROOT, ":%02d", seconds % 60));
    }

    private static String clientEncoding(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")) {
            case "utf8", "unicode" -> "UTF8";
            case "sqlascii" -> "SQL_ASCII";
            case "latin1", "iso88591" -> "LATIN1";
            default -> throw Setting.invalid("client_encoding", text);
        };
    }

    private static String ascii(String text) {
        StringBuilder printable = new StringBuilder();
        for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            printable.append(b < 32 || b > 126 ? '?' : (char) b);
        }
        return printable.toString();
    }
}
