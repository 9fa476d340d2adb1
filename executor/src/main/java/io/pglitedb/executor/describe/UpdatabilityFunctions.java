package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;

/// Which commands may change a relation. Tables take all of them; views take none, since neither rules nor
/// triggers nor automatic updates are there.
public final class UpdatabilityFunctions {
    // Bits are those of PostgreSQL's CmdType.
    private static final int UPDATE = 1 << 2;
    private static final int INSERT = 1 << 3;
    private static final int DELETE = 1 << 4;

    private UpdatabilityFunctions() {}

    /// Bits of the commands; 0 for what does not exist.
    @Prosrc("pg_relation_is_updatable")
    public static int relation(CallContext call, int oid, boolean includeTriggers) {
        TableDef table = NameFunctions.catalog(call).table(oid);
        return table != null && (table.kind() == 'r' || table.kind() == 'p') ? UPDATE | INSERT | DELETE : 0;
    }

    /// Whether UPDATE can set the column and DELETE remove its row.
    @Prosrc("pg_column_is_updatable")
    public static boolean column(CallContext call, int oid, short column, boolean includeTriggers) {
        return column > 0 && relation(call, oid, includeTriggers) != 0;
    }
}
