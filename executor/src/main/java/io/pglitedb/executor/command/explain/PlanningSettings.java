package io.pglitedb.executor.command.explain;

import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.executor.backend.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The settings that EXPLAIN (SETTINGS) tells of: those that plans depend on. Source: GUC_EXPLAIN in guc.c, in
/// its order.
final class PlanningSettings {
    private static final List<String> NAMES = List.of(
            "enable_seqscan",
            "enable_indexscan",
            "enable_indexonlyscan",
            "enable_bitmapscan",
            "enable_tidscan",
            "enable_sort",
            "enable_incremental_sort",
            "enable_hashagg",
            "enable_material",
            "enable_memoize",
            "enable_nestloop",
            "enable_mergejoin",
            "enable_hashjoin",
            "enable_gathermerge",
            "enable_partitionwise_join",
            "enable_partitionwise_aggregate",
            "enable_parallel_append",
            "enable_parallel_hash",
            "enable_partition_pruning",
            "enable_async_append",
            "geqo",
            "jit",
            "parallel_leader_participation",
            "from_collapse_limit",
            "join_collapse_limit",
            "geqo_threshold",
            "geqo_effort",
            "geqo_pool_size",
            "geqo_generations",
            "work_mem",
            "hash_mem_multiplier",
            "effective_io_concurrency",
            "max_parallel_workers_per_gather",
            "max_parallel_workers",
            "effective_cache_size",
            "min_parallel_table_scan_size",
            "min_parallel_index_scan_size",
            "seq_page_cost",
            "random_page_cost",
            "cpu_tuple_cost",
            "cpu_index_tuple_cost",
            "cpu_operator_cost",
            "parallel_tuple_cost",
            "parallel_setup_cost",
            "jit_above_cost",
            "jit_optimize_above_cost",
            "jit_inline_above_cost",
            "cursor_tuple_fraction",
            "geqo_selection_bias",
            "geqo_seed",
            "search_path",
            "constraint_exclusion",
            "plan_cache_mode",
            "force_parallel_mode");

    private PlanningSettings() {}

    static Map<String, String> changed(Variables variables) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (String name : NAMES) {
            SessionSettings.Source source = variables.stored().source(name);
            if (source != SessionSettings.Source.BOOT) {
                changed.put(name, variables.show(name));
            }
        }
        return changed;
    }
}
