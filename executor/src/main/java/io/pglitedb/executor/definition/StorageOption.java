package io.pglitedb.executor.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What WITH (…) may say of relations and columns, and within which bounds. Source: PostgreSQL 15,
/// `reloptions.c`; `tiering` and `cold_after` are our own.
sealed interface StorageOption {
    String name();

    /// Letters of pg_class.relkind or, in capitals and lower case as written here, of what else has options: h
    /// heap, t toast, b btree, H hash, g gist, s spgist, n gin, B brin, v view, c column.
    String places();

    record Flag(String name, String places) implements StorageOption {}

    record Whole(String name, String places, int min, int max) implements StorageOption {}

    record Real(String name, String places, double min, double max) implements StorageOption {}

    record Choice(String name, String places, List<String> values) implements StorageOption {
        public Choice {
            values = List.copyOf(values);
        }
    }

    /// How long, with a unit.
    record Span(String name, String places) implements StorageOption {}

    int INTEGER_MAX = Integer.MAX_VALUE;

    Map<String, StorageOption> ALL = Stream.of(
                    new Whole("fillfactor", "hbHgs", 10, 100),
                    new Flag("autosummarize", "B"),
                    new Flag("autovacuum_enabled", "ht"),
                    new Flag("user_catalog_table", "h"),
                    new Flag("fastupdate", "n"),
                    new Flag("security_barrier", "v"),
                    new Flag("security_invoker", "v"),
                    new Flag("vacuum_truncate", "ht"),
                    new Flag("deduplicate_items", "b"),
                    new Whole("autovacuum_vacuum_threshold", "ht", 0, INTEGER_MAX),
                    new Whole("autovacuum_vacuum_insert_threshold", "ht", -1, INTEGER_MAX),
                    new Whole("autovacuum_analyze_threshold", "h", 0, INTEGER_MAX),
                    new Whole("autovacuum_vacuum_cost_limit", "ht", 1, 10000),
                    new Whole("autovacuum_freeze_min_age", "ht", 0, 1000000000),
                    new Whole("autovacuum_multixact_freeze_min_age", "ht", 0, 1000000000),
                    new Whole("autovacuum_freeze_max_age", "ht", 100000, 2000000000),
                    new Whole("autovacuum_multixact_freeze_max_age", "ht", 10000, 2000000000),
                    new Whole("autovacuum_freeze_table_age", "ht", 0, 2000000000),
                    new Whole("autovacuum_multixact_freeze_table_age", "ht", 0, 2000000000),
                    new Whole("log_autovacuum_min_duration", "ht", -1, INTEGER_MAX),
                    new Whole("toast_tuple_target", "h", 128, 8160),
                    new Whole("pages_per_range", "B", 1, 131072),
                    new Whole("gin_pending_list_limit", "n", 64, INTEGER_MAX),
                    new Whole("parallel_workers", "h", 0, 1024),
                    new Real("autovacuum_vacuum_cost_delay", "ht", -1, 100),
                    new Real("autovacuum_vacuum_scale_factor", "ht", 0, 100),
                    new Real("autovacuum_vacuum_insert_scale_factor", "ht", 0, 100),
                    new Real("autovacuum_analyze_scale_factor", "h", 0, 100),
                    new Real("n_distinct", "c", -1, Double.MAX_VALUE),
                    new Real("n_distinct_inherited", "c", -1, Double.MAX_VALUE),
                    new Choice(
                            "vacuum_index_cleanup",
                            "ht",
                            List.of("auto", "on", "off", "true", "false", "yes", "no", "1", "0")),
                    new Choice("tiering", "h", List.of("auto", "off")),
                    new Span("cold_after", "h"),
                    new Choice("buffering", "g", List.of("on", "off", "auto")),
                    new Choice("check_option", "v", List.of("local", "cascaded")))
            .collect(Collectors.toUnmodifiableMap(StorageOption::name, option -> option));

    /// Null when there is none of that name at the place.
    static StorageOption find(String name, char place) {
        StorageOption option = ALL.get(name.toLowerCase(Locale.ROOT));
        return option != null && option.places().indexOf(place) >= 0 ? option : null;
    }
}
