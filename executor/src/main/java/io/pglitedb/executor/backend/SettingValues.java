package io.pglitedb.executor.backend;

import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.executor.transaction.TransactionModes;
import io.pglitedb.planner.optimizer.cost.PlannerSettings;
import io.pglitedb.planner.optimizer.engine.EngineMode;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.types.SessionContext.DateStyle;
import io.pglitedb.types.SessionContext.IntervalStyle;
import io.pglitedb.types.error.Severity;
import java.time.ZoneId;
import java.util.Locale;

/// The settings that are asked for again and again, read from their texts once after a change.
record SettingValues(
        long changes,
        String applicationName,
        ZoneId timeZone,
        DateStyle dateStyle,
        IntervalStyle intervalStyle,
        int extraFloatDigits,
        boolean byteaHex,
        boolean standardConformingStrings,
        long statementTimeoutMs,
        long lockTimeoutMs,
        long deadlockTimeoutMs,
        long idleInTransactionTimeoutMs,
        long idleTimeoutMs,
        long workMemBytes,
        long bulkLoadRows,
        int threads,
        EngineMode engineMode,
        boolean rowSecurity,
        Durability durability,
        Severity clientMinMessages,
        TransactionModes defaultModes,
        PlannerSettings planner) {

    static SettingValues of(SessionSettings settings) {
        return new SettingValues(
                settings.changes(),
                settings.show("application_name"),
                settings.timeZone(),
                settings.dateStyle(),
                settings.intervalStyle(),
                settings.extraFloatDigits(),
                settings.byteaHex(),
                on(settings, "standard_conforming_strings"),
                (long) settings.number("statement_timeout"),
                (long) settings.number("lock_timeout"),
                (long) settings.number("deadlock_timeout"),
                (long) settings.number("idle_in_transaction_session_timeout"),
                (long) settings.number("idle_session_timeout"),
                (long) settings.number("work_mem") << 10,
                (long) settings.number("pglitedb.bulk_load_rows"),
                threads(settings),
                EngineMode.valueOf(settings.show("pglitedb.engine").toUpperCase(Locale.ROOT)),
                on(settings, "row_security"),
                settings.show("synchronous_commit").equals("off") ? Durability.ASYNC : Durability.SYNC,
                severity(settings.show("client_min_messages")),
                new TransactionModes(
                        TransactionModes.isolation(settings.show("default_transaction_isolation")),
                        on(settings, "default_transaction_read_only"),
                        on(settings, "default_transaction_deferrable")),
                planner(settings));
    }

    /// That may work on one query. Whoever wants no workers, as PostgreSQL calls them, gets none.
    private static int threads(SessionSettings settings) {
        int wanted = (int) settings.number("pglitedb.threads");
        return settings.number("max_parallel_workers_per_gather") == 0
                ? 1
                : wanted == 0 ? Runtime.getRuntime().availableProcessors() : wanted;
    }

    private static PlannerSettings planner(SessionSettings settings) {
        return new PlannerSettings(
                settings.number("seq_page_cost"),
                settings.number("random_page_cost"),
                settings.number("cpu_tuple_cost"),
                settings.number("cpu_index_tuple_cost"),
                settings.number("cpu_operator_cost"),
                settings.number("effective_cache_size"),
                (long) settings.number("work_mem") << 10,
                on(settings, "pglitedb.decorrelate"),
                new PlannerSettings.Enabled(
                        on(settings, "enable_seqscan"),
                        on(settings, "enable_indexscan"),
                        on(settings, "enable_indexonlyscan"),
                        on(settings, "enable_bitmapscan"),
                        on(settings, "enable_tidscan"),
                        on(settings, "enable_sort"),
                        on(settings, "enable_hashagg"),
                        on(settings, "enable_material"),
                        on(settings, "enable_nestloop"),
                        on(settings, "enable_mergejoin"),
                        on(settings, "enable_hashjoin")));
    }

    private static boolean on(SessionSettings settings, String name) {
        return settings.show(name).equals("on");
    }

    private static Severity severity(String text) {
        return Severity.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
