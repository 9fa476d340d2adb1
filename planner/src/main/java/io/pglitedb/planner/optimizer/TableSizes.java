package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.TableDef;

/// How large tables are now, without looking at statistics.
@FunctionalInterface
public interface TableSizes {
    /// Nothing is known; for planning without a store.
    TableSizes UNKNOWN = table -> new Size(1000, 10);

    Size size(TableDef table);

    /// @param rows about how many
    /// @param pages that they would fill, of 8 KiB
    record Size(double rows, double pages) {}
}
