package io.pglitedb.executor.function;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.statistics.TableActivity;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;

/// What pg_stat_all_tables and pg_stat_all_indexes show of a relation. Old versions of rows go by themselves, so
/// no row is dead, and nothing vacuums.
public final class TableActivityFunctions {
    private TableActivityFunctions() {}

    private static TableActivity of(CallContext call, int relation) {
        Backend session = SessionFunctions.session(call);
        return session.instance().activity().read(session.sessionCatalog().databaseOid(), relation);
    }

    @Prosrc("pg_stat_get_numscans")
    public static long scans(CallContext call, int relation) {
        return of(call, relation).scans();
    }

    @Prosrc("pg_stat_get_tuples_returned")
    public static long returned(CallContext call, int relation) {
        return of(call, relation).returned();
    }

    @Prosrc("pg_stat_get_tuples_fetched")
    public static long fetched(CallContext call, int relation) {
        return of(call, relation).fetched();
    }

    @Prosrc("pg_stat_get_tuples_inserted")
    public static long inserted(CallContext call, int relation) {
        return of(call, relation).inserted();
    }

    @Prosrc("pg_stat_get_tuples_updated")
    public static long updated(CallContext call, int relation) {
        return of(call, relation).updated();
    }

    @Prosrc("pg_stat_get_tuples_deleted")
    public static long deleted(CallContext call, int relation) {
        return of(call, relation).deleted();
    }

    /// A version is written in place of the one before it.
    @Prosrc("pg_stat_get_tuples_hot_updated")
    public static long updatedInPlace(CallContext call, int relation) {
        return of(call, relation).updated();
    }

    @Prosrc("pg_stat_get_live_tuples")
    public static long live(CallContext call, int relation) {
        Backend session = SessionFunctions.session(call);
        TableDef table = session.catalog().table(relation);
        return table == null || table.kind() != 'r' && table.kind() != 'm'
                ? 0
                : Math.round(session.sizes().size(table).rows());
    }

    @Prosrc({"pg_stat_get_dead_tuples", "pg_stat_get_vacuum_count", "pg_stat_get_autovacuum_count"})
    public static long none(int relation) {
        return 0;
    }

    @Prosrc({"pg_stat_get_last_vacuum_time", "pg_stat_get_last_autovacuum_time"})
    public static Long never(int relation) {
        return null;
    }

    @Prosrc("pg_stat_get_mod_since_analyze")
    public static long changes(CallContext call, int relation) {
        return of(call, relation).changesSinceAnalyze();
    }

    @Prosrc("pg_stat_get_ins_since_vacuum")
    public static long insertedSinceVacuum(CallContext call, int relation) {
        return of(call, relation).inserted();
    }

    @Prosrc("pg_stat_get_analyze_count")
    public static long analyzes(CallContext call, int relation) {
        return of(call, relation).analyzeCount();
    }

    @Prosrc("pg_stat_get_autoanalyze_count")
    public static long autoAnalyzes(CallContext call, int relation) {
        return of(call, relation).autoAnalyzeCount();
    }

    @Prosrc("pg_stat_get_last_analyze_time")
    public static Long lastAnalyze(CallContext call, int relation) {
        return time(of(call, relation).lastAnalyze());
    }

    @Prosrc("pg_stat_get_last_autoanalyze_time")
    public static Long lastAutoAnalyze(CallContext call, int relation) {
        return time(of(call, relation).lastAutoAnalyze());
    }

    private static Long time(long at) {
        return at == 0 ? null : at;
    }
}
