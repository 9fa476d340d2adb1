package io.pglitedb.catalog.setting;

import io.pglitedb.catalog.facts.FactTable;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every parameter that PostgreSQL has and those of our own, `pglitedb.…`, by name, case aside; and names of
/// custom ones, `prefix.name`.
public final class Settings {
    /// Whose changes a client is told of without asking.
    public static final List<String> REPORTED = List.of(
            "application_name",
            "client_encoding",
            "DateStyle",
            "default_transaction_read_only",
            "in_hot_standby",
            "integer_datetimes",
            "IntervalStyle",
            "is_superuser",
            "server_encoding",
            "server_version",
            "session_authorization",
            "standard_conforming_strings",
            "TimeZone");

    private static final Set<String> NAME_LISTS = Set.of(
            "search_path",
            "temp_tablespaces",
            "local_preload_libraries",
            "session_preload_libraries",
            "shared_preload_libraries",
            "unix_socket_directories");
    private static final Set<String> PLAIN_LISTS = Set.of(
            "DateStyle",
            "listen_addresses",
            "log_destination",
            "synchronous_standby_names",
            "wal_consistency_checking");
    private static final Pattern CUSTOM = Pattern.compile(
            "[A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*(\\.[A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*)+");
    private static final Map<String, Setting> BY_NAME = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        FactTable.read("setting", Settings::of).forEach(setting -> BY_NAME.put(setting.name(), setting));
        FactTable.read("setting_own", Settings::of).forEach(setting -> BY_NAME.put(setting.name(), setting));
    }

    private Settings() {}

    /// Whether its value is a list of names, each quoted where that is needed.
    public static boolean isNameList(String name) {
        return NAME_LISTS.contains(name);
    }

    private static Setting of(FactTable.Row row) {
        return new Setting(
                row.text("name"),
                row.optional("unit").map(SettingUnit::of).orElse(null),
                row.text("category"),
                Setting.Context.valueOf(
                        row.text("context").toUpperCase(Locale.ROOT).replace('-', '_')),
                Setting.Kind.valueOf(row.text("vartype").toUpperCase(Locale.ROOT)),
                row.optional("min_val").map(Double::parseDouble).orElse(0.0),
                row.optional("max_val").map(Settings::maximum).orElse(0.0),
                row.list("enumvals"),
                row.optional("boot_val").orElse(""));
    }

    /// The largest double is printed rounded up, beyond what a double can be.
    private static double maximum(String text) {
        return Math.min(Double.parseDouble(text), Double.MAX_VALUE);
    }

    public static Collection<Setting> all() {
        return BY_NAME.values();
    }

    /// Whether a name is `prefix.name` and none of ours: nobody knows it until it is set.
    public static boolean isCustom(String name) {
        return name.indexOf('.') >= 0 && !BY_NAME.containsKey(name);
    }

    /// 42704 when there is none; names with a dot are custom ones.
    public static Setting get(String name) {
        Setting known = BY_NAME.get(name);
        if (known != null) {
            return known;
        }
        if (name.indexOf('.') < 0) {
            throw unrecognized(name);
        }
        if (!CUSTOM.matcher(name).matches()) {
            throw new PgException(SqlState.INVALID_NAME, "invalid configuration parameter name \"" + name + "\"")
                    .detail("Custom parameter names must be two or more simple identifiers separated by dots.");
        }
        return new Setting(
                name, null, "Customized Options", Setting.Context.USER, Setting.Kind.STRING, 0, 0, List.of(), "");
    }

    /// The text that SET's list of values stands for; elements that are names are quoted where they must be.
    public static String join(String name, List<String> values) {
        String known = get(name).name();
        boolean names = NAME_LISTS.contains(known);
        if (values.size() != 1 && !names && !PLAIN_LISTS.contains(known)) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "SET " + name + " takes only one argument");
        }
        return values.stream()
                .map(value -> names ? Quoting.identifier(value) : value)
                .collect(Collectors.joining(", "));
    }

    static PgException unrecognized(String name) {
        return new PgException(SqlState.UNDEFINED_OBJECT, "unrecognized configuration parameter \"" + name + "\"");
    }
}
