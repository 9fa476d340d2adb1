package io.pglitedb.planner.rewrite;

import io.pglitedb.catalog.def.TableDef;
import java.util.Locale;

/// What WITH (…) says of a view. Booleans are kept as they were written.
final class ViewOptions {
    private ViewOptions() {}

    /// Whether conditions from outside must not see the rows that it leaves out.
    static boolean isBarrier(TableDef view) {
        return isOn(view, "security_barrier");
    }

    /// Whether the one who reads it needs the rights on what it reads, instead of its owner.
    static boolean isInvoker(TableDef view) {
        return isOn(view, "security_invoker");
    }

    /// `local`, `cascaded`, or null.
    static String checkOption(TableDef view) {
        return value(view, "check_option");
    }

    private static String value(TableDef view, String name) {
        for (String option : view.options()) {
            if (option.startsWith(name + "=")) {
                return option.substring(name.length() + 1);
            }
        }
        return null;
    }

    /// Words may be abbreviated, except `o`, which might be on or off.
    private static boolean isOn(TableDef view, String name) {
        String value = value(view, name);
        String word = value == null ? "" : value.toLowerCase(Locale.ROOT);
        return !word.isEmpty() && ("true".startsWith(word) || "yes".startsWith(word))
                || word.equals("on")
                || word.equals("1");
    }
}
