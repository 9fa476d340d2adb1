package io.pglitedb.executor.function;

import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.setting.Setting;
import io.pglitedb.catalog.setting.Settings;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.Variables;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.Iterator;
import java.util.Locale;

/// Settings as functions.
public final class SettingFunctions {
    private SettingFunctions() {}

    private static Variables variables(CallContext call) {
        return SessionFunctions.session(call).variables();
    }

    @Prosrc("show_config_by_name")
    public static Utf8 currentSetting(CallContext call, Utf8 name) {
        return Utf8.of(variables(call).show(name.toString()));
    }

    @Prosrc("show_config_by_name_missing_ok")
    public static Utf8 currentSetting(CallContext call, Utf8 name, boolean missingOk) {
        try {
            return currentSetting(call, name);
        } catch (PgException missing) {
            if (missingOk && missing.state() == SqlState.UNDEFINED_OBJECT) {
                return null;
            }
            throw missing;
        }
    }

    /// A NULL value is the default.
    @Prosrc("set_config_by_name")
    public static Utf8 setConfig(CallContext call, Utf8 name, Utf8 value, Boolean local) {
        if (name == null) {
            throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "SET requires parameter name");
        }
        boolean isLocal = Boolean.TRUE.equals(local);
        Variables variables = variables(call);
        if (value == null) {
            variables.reset(name.toString(), isLocal);
        } else {
            variables.set(name.toString(), value.toString(), isLocal);
        }
        return Utf8.of(variables.show(name.toString()));
    }

    /// Rows of pg_settings.
    @Prosrc("show_all_settings")
    public static Iterator<Object> all(CallContext call) {
        Backend session = SessionFunctions.session(call);
        return Settings.all().stream()
                .map(setting -> (Object) row(setting, session))
                .iterator();
    }

    private static Object[] row(Setting setting, Backend session) {
        SessionSettings stored = session.variables().stored();
        boolean number = setting.kind() == Setting.Kind.INTEGER
                || setting.kind() == Setting.Kind.REAL && !setting.name().equals("seed");
        boolean choice = setting.kind() == Setting.Kind.ENUM;
        String shown = session.variables().show(setting.name());
        return new Object[] {
            Utf8.of(setting.name()),
            Utf8.of(number ? inUnit(setting, shown) : shown),
            setting.unit() == null ? null : Utf8.of(setting.unit().text()),
            Utf8.of(setting.category()),
            null,
            null,
            Utf8.of(setting.context().name().toLowerCase(Locale.ROOT).replace('_', '-')),
            Utf8.of(setting.kind().name().toLowerCase(Locale.ROOT)),
            Utf8.of(source(stored.source(setting.name()))),
            number ? Utf8.of(setting.minimumText()) : null,
            number ? Utf8.of(setting.maximumText()) : null,
            choice
                    ? PgArray.of(
                            Oids.TEXT, setting.choices().stream().map(Utf8::of).toArray())
                    : null,
            Utf8.of(setting.bootValue()),
            Utf8.of(number ? inUnit(setting, stored.resetValue(setting.name())) : stored.resetValue(setting.name())),
            null,
            null,
            false
        };
    }

    /// The number in the setting's own unit; `seed` shows a word instead.
    private static String inUnit(Setting setting, String shown) {
        return shown.equals("unavailable") ? shown : setting.inUnit(shown);
    }

    private static String source(SessionSettings.Source source) {
        return switch (source) {
            case BOOT -> "default";
            case FILE -> "configuration file";
            case DATABASE -> "database";
            case ROLE -> "user";
            case STARTUP -> "client";
            case SESSION -> "session";
        };
    }
}
