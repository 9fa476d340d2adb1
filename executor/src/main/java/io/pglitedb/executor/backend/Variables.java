package io.pglitedb.executor.backend;

import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.setting.Settings;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.executor.transaction.TransactionBlock;
import io.pglitedb.executor.transaction.TransactionModes;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A session's settings as SET and SHOW see them: some are what the transaction or the session is, the others are
/// kept.
public final class Variables {
    private final SessionSettings settings;
    private final TransactionBlock block;
    private final Identity identity;
    private final Map<String, String> reported = new HashMap<>();
    private long reportedChanges = -1;
    private SettingValues values;

    Variables(SessionSettings settings, TransactionBlock block, Identity identity) {
        this.settings = settings;
        this.block = block;
        this.identity = identity;
    }

    public SessionSettings stored() {
        return settings;
    }

    SettingValues values() {
        SettingValues known = values;
        if (known == null || known.changes() != settings.changes()) {
            known = SettingValues.of(settings);
            values = known;
        }
        return known;
    }

    /// As SHOW prints it; 42704 when there is none.
    public String show(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "transaction_isolation" -> TransactionModes.text(block.modes().isolation());
            case "transaction_read_only" -> block.modes().readOnly() ? "on" : "off";
            case "transaction_deferrable" -> block.modes().deferrable() ? "on" : "off";
            case "is_superuser" -> identity.currentUser().superuser() ? "on" : "off";
            default -> settings.show(name);
        };
    }

    /// SET; SET LOCAL outside a block says so and does nothing.
    public void set(String name, String text, boolean local) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "transaction_isolation" ->
                block.changeIsolation(
                        TransactionModes.isolation(Settings.get(name).parse(name, text)));
            case "transaction_read_only" ->
                block.changeReadOnly(Settings.get(name).parse(name, text).equals("on"));
            case "transaction_deferrable" ->
                block.changeDeferrable(Settings.get(name).parse(name, text).equals("on"));
            case "role" -> {
                identity.checkRole(text);
                settings.set(name, text, local, superuser());
            }
            case "session_authorization" -> {
                identity.checkSessionUser(text);
                settings.set(name, text, local, superuser());
                settings.set("role", Identity.NO_ROLE, local, superuser());
            }
            default -> settings.set(name, text, local, superuser());
        }
    }

    /// RESET, SET … TO DEFAULT.
    public void reset(String name, boolean local) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "transaction_isolation", "transaction_read_only", "transaction_deferrable" ->
                throw new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "parameter \"%s\" cannot be reset".formatted(name.toLowerCase(Locale.ROOT)));
            default -> {
                if (local) {
                    settings.set(name, settings.resetValue(name), true, superuser());
                } else {
                    settings.reset(name, superuser());
                }
            }
        }
    }

    public void resetAll() {
        settings.resetAll();
    }

    private boolean superuser() {
        return identity.currentUser().superuser();
    }

    /// What the protocol sends first.
    Map<String, String> initialReport() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : Settings.REPORTED) {
            all.put(name, show(name));
        }
        reported.putAll(all);
        reportedChanges = settings.changes();
        return all;
    }

    /// Tells the client of reported settings that have changed.
    void report(ResponseSink sink) {
        if (reportedChanges == settings.changes()) {
            return;
        }
        reportedChanges = settings.changes();
        for (String name : Settings.REPORTED) {
            String now = show(name);
            if (!now.equals(reported.put(name, now))) {
                sink.parameterStatus(name, now);
            }
        }
    }
}
