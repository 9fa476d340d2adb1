package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.TableDef;

/// What is known of the size of tables without looking at statistics.
@FunctionalInterface
public interface TableSizes {
    /// About how many rows a table has now; -1 when unknown.
    double rows(TableDef table);
}
