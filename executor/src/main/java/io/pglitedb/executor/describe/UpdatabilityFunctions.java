package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RuleDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.rewrite.InsteadTriggers;
import io.pglitedb.planner.rewrite.ViewRules;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;

/// Which commands may change a relation: tables take all of them, and so do views of one table whose columns are
/// that table's. Source: PostgreSQL's relation_is_updatable.
public final class UpdatabilityFunctions {
    // Bits are those of PostgreSQL's CmdType.
    private static final int UPDATE = 1 << 2;
    private static final int INSERT = 1 << 3;
    private static final int DELETE = 1 << 4;
    private static final int ALL = UPDATE | INSERT | DELETE;

    private static final String NO_CONDITION = "<>";

    private UpdatabilityFunctions() {}

    /// Bits of the commands; 0 for what does not exist.
    @Prosrc("pg_relation_is_updatable")
    public static int relation(CallContext call, int oid, boolean includeTriggers) {
        return events(call, oid, includeTriggers, 0);
    }

    /// Whether UPDATE can set the column and DELETE remove its row.
    @Prosrc("pg_column_is_updatable")
    public static boolean column(CallContext call, int oid, short column, boolean includeTriggers) {
        return column > 0 && (events(call, oid, includeTriggers, column) & (UPDATE | DELETE)) == (UPDATE | DELETE);
    }

    /// @param column that is to be set, 0 for any
    private static int events(CallContext call, int oid, boolean includeTriggers, int column) {
        CatalogView catalog = NameFunctions.catalog(call);
        TableDef table = catalog.table(oid);
        if (table == null) {
            return 0;
        }
        if (table.kind() != 'v') {
            return table.kind() == 'r' || table.kind() == 'p' ? ALL : 0;
        }
        int instead = byRules(catalog, table) | (includeTriggers ? byTriggers(catalog, table) : 0);
        if (instead == ALL) {
            return ALL;
        }
        return instead | automatic(call, table, includeTriggers, column);
    }

    /// Events that an unconditional INSTEAD rule takes.
    private static int byRules(CatalogView catalog, TableDef view) {
        int events = 0;
        for (RuleDef rule : catalog.rules(view.oid())) {
            if (rule.instead() && rule.condition().equals(NO_CONDITION)) {
                events |= switch (rule.event()) {
                    case '2' -> UPDATE;
                    case '3' -> INSERT;
                    case '4' -> DELETE;
                    default -> 0;
                };
            }
        }
        return events;
    }

    private static int byTriggers(CatalogView catalog, TableDef view) {
        int events = 0;
        events |= InsteadTriggers.exist(view, Query.Command.UPDATE, catalog) ? UPDATE : 0;
        events |= InsteadTriggers.exist(view, Query.Command.INSERT, catalog) ? INSERT : 0;
        return events | (InsteadTriggers.exist(view, Query.Command.DELETE, catalog) ? DELETE : 0);
    }

    private static int automatic(CallContext call, TableDef view, boolean includeTriggers, int column) {
        CatalogView catalog = NameFunctions.catalog(call);
        Query definition = NodeTree.readQuery(catalog.viewQuery(view.oid()).orElseThrow(), call.session());
        if (ViewRules.obstacle(definition, catalog) != null) {
            return 0;
        }
        boolean set = column == 0
                ? ViewRules.hasUpdatableColumn(definition)
                : ViewRules.obstacle(definition, definition.targets().get(column - 1)) == null;
        RangeTableEntry.Relation base =
                (RangeTableEntry.Relation) definition.rangeTableEntry(ViewRules.base(definition));
        int below = column == 0 || !set
                ? 0
                : ((Expr.Var) definition.targets().get(column - 1).expression()).attribute();
        return (set ? ALL : DELETE) & events(call, base.table(), includeTriggers, below);
    }
}
