package io.pglitedb.planner.rewrite;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Query;

/// INSTEAD OF triggers of views.
public final class InsteadTriggers {
    private static final int INSTEAD = 64; // bits of tgtype
    private static final int INSERT = 4;
    private static final int DELETE = 8;
    private static final int UPDATE = 16;

    private InsteadTriggers() {}

    /// Whether they do what a command would do to the view, enabled or not.
    public static boolean exist(TableDef view, Query.Command command, CatalogView catalog) {
        int event = switch (command) {
            case INSERT -> INSERT;
            case UPDATE -> UPDATE;
            case DELETE -> DELETE;
            case SELECT, MERGE -> 0;
        };
        return view.traits().hasTriggers()
                && catalog.triggers(view.oid()).stream()
                        .anyMatch(trigger -> (trigger.type() & INSTEAD) != 0 && (trigger.type() & event) != 0);
    }
}
