package io.pglitedb.catalog.setting;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One parameter and its rules. Source of the wording: PostgreSQL's `guc.c`.
///
/// @param unit null for none
/// @param choices of an enum; empty for others
/// @param bootValue in the kept unit
public record Setting(
        String name,
        SettingUnit unit,
        String category,
        Context context,
        Kind kind,
        double minimum,
        double maximum,
        List<String> choices,
        String bootValue) {
    private static final Pattern NUMBER = Pattern.compile(
            "\\s*([+-]?(?:0[xX][0-9a-fA-F]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|(?i:inf(?:inity)?|nan)))\\s*(\\S*)\\s*");

    public enum Kind {
        BOOL,
        INTEGER,
        REAL,
        STRING,
        ENUM
    }

    public enum Context {
        INTERNAL,
        POSTMASTER,
        SIGHUP,
        SUPERUSER_BACKEND,
        BACKEND,
        SUPERUSER,
        USER
    }

    /// The value as SHOW prints it. `written` is the name as the statement has it, for messages.
    public String parse(String written, String text) {
        return switch (kind) {
            case BOOL -> new SettingDef(written, List.of()).parse(text);
            case ENUM -> parseChoice(written, text);
            case STRING -> SettingChecks.check(this, text);
            case INTEGER, REAL -> print(parseNumber(written, text));
        };
    }

    /// The spellings that the list of choices does not show.
    private String parseChoice(String written, String text) {
        if (choices.contains("debug2") && text.equalsIgnoreCase("debug")) {
            return "debug2";
        }
        if (name.equals("client_min_messages") && text.equalsIgnoreCase("info")) {
            return "info";
        }
        String choice = new SettingDef(written, choices).parse(text);
        return name.equals("wal_compression") && choice.equals("on") ? "pglz" : choice;
    }

    /// A number in the kept unit.
    double parseNumber(String written, String text) {
        Matcher parts = NUMBER.matcher(text);
        if (!parts.matches()) {
            throw invalid(written, text);
        }
        double number = number(parts.group(1));
        String suffix = parts.group(2);
        if (Double.isNaN(number) || Double.isInfinite(number) && !parts.group(1).matches("(?i)[+-]?inf.*")) {
            throw invalid(written, text);
        }
        if (!suffix.isEmpty()) {
            Double kept = unit == null ? null : unit.toKept(number, suffix);
            if (kept == null) {
                throw unit == null
                        ? invalid(written, text)
                        : invalid(written, text).hint(unit.hint());
            }
            number = kept;
        }
        if (kind == Kind.INTEGER) {
            number = Math.rint(number);
            if (number > Integer.MAX_VALUE || number < Integer.MIN_VALUE) {
                throw invalid(written, text).hint("Value exceeds integer range.");
            }
        }
        if (number < minimum || number > maximum) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    plain(number) + (unit == null ? "" : " " + unit.text())
                            + " is outside the valid range for parameter \"" + written + "\" (" + plain(minimum)
                            + " .. " + plain(maximum) + ")");
        }
        return number;
    }

    /// A number's value as pg_settings has it: in the kept unit, without naming it.
    ///
    /// @param shown as SHOW prints it
    public String inUnit(String shown) {
        return plain(parseNumber(name, shown));
    }

    /// As pg_settings has it.
    public String minimumText() {
        return plain(minimum);
    }

    /// As pg_settings has it.
    public String maximumText() {
        return plain(maximum);
    }

    /// Integers may be hexadecimal or octal, as C reads them.
    private double number(String digits) {
        String unsigned = digits.replaceFirst("^[+-]", "");
        int sign = digits.startsWith("-") ? -1 : 1;
        if (unsigned.regionMatches(true, 0, "0x", 0, 2)) {
            return sign * new java.math.BigInteger(unsigned.substring(2), 16).doubleValue();
        }
        if (kind == Kind.INTEGER && unsigned.matches("0[0-7]+")) {
            return sign * new java.math.BigInteger(unsigned, 8).doubleValue();
        }
        if (unsigned.regionMatches(true, 0, "inf", 0, 3)) {
            return sign * Double.POSITIVE_INFINITY;
        }
        return unsigned.equalsIgnoreCase("nan") ? Double.NaN : sign * Double.parseDouble(unsigned);
    }

    private String plain(double number) {
        return kind == Kind.INTEGER ? Long.toString((long) number) : NumberText.print(number);
    }

    private String print(double number) {
        if (unit == null || number <= 0) {
            return plain(number);
        }
        return kind == Kind.INTEGER ? unit.printInteger((long) number) : unit.printReal(number);
    }

    /// Refuses a SET by a session that has begun.
    void requireSettable(String written, boolean superuser) {
        String fault = switch (context) {
            case INTERNAL -> "cannot be changed";
            case POSTMASTER -> "cannot be changed without restarting the server";
            case SIGHUP -> "cannot be changed now";
            case BACKEND, SUPERUSER_BACKEND -> "cannot be set after connection start";
            case SUPERUSER, USER -> null;
        };
        if (fault != null) {
            throw new PgException(SqlState.CANT_CHANGE_RUNTIME_PARAM, "parameter \"" + written + "\" " + fault);
        }
        if (context == Context.SUPERUSER && !superuser) {
            throw new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to set parameter \"" + written + "\"");
        }
    }

    static PgException invalid(String name, String text) {
        return new PgException(
                SqlState.INVALID_PARAMETER_VALUE, "invalid value for parameter \"" + name + "\": \"" + text + "\"");
    }
}
