package io.pglitedb.executor.definition;

import io.pglitedb.catalog.define.Roles;
import io.pglitedb.catalog.setting.Settings;
import io.pglitedb.executor.command.setting.WrittenValues;
import io.pglitedb.planner.ast.SessionStatement;
import java.util.ArrayList;
import java.util.List;

/// ALTER DATABASE and ALTER ROLE … SET: what new sessions start with.
public final class StoredSettings {
    private final Definition definition;

    public StoredSettings(Definition definition) {
        this.definition = definition;
    }

    /// @param database OID, 0 for all
    /// @param role OID, 0 for all
    public void change(int database, int role, SessionStatement setting) {
        List<String> settings = new ArrayList<>(definition.view().settings(database, role));
        switch (setting) {
            case SessionStatement.SetVariable set -> {
                remove(settings, set.name());
                if (!set.values().isEmpty()) {
                    String text = WrittenValues.text(set);
                    Settings.get(set.name()).parse(set.name(), text);
                    settings.add(set.name() + "=" + text);
                }
            }
            case SessionStatement.SetFromCurrent set -> {
                remove(settings, set.name());
                settings.add(set.name() + "=" + definition.session().setting(set.name()));
            }
            case SessionStatement.Reset(String name) -> {
                if (name == null) {
                    settings.clear();
                } else {
                    remove(settings, name);
                }
            }
            default -> throw new IllegalArgumentException("no setting: " + setting);
        }
        new Roles(definition.writer()).settings(database, role, settings);
    }

    private static void remove(List<String> settings, String name) {
        settings.removeIf(text -> text.regionMatches(true, 0, name + "=", 0, name.length() + 1));
    }
}
