package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.StatisticDef;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import java.util.HashMap;
import java.util.Map;

/// What ANALYZE keeps: pg_statistic, and the sizes in pg_class.
public final class Statistics {
    private static final SystemTable STATISTICS = SystemTables.table("pg_statistic");
    private static final SystemIndex BY_COLUMN = SystemTables.index("pg_statistic_relid_att_inh_index");
    private static final SystemTable CLASSES = SystemTables.table("pg_class");
    private static final int SLOTS = 5;

    private final CatalogWriter writer;

    public Statistics(CatalogWriter writer) {
        this.writer = writer;
    }

    /// Puts a column's statistics in the place of those it had.
    public void replace(StatisticDef statistic) {
        SystemRow known = writer.row(BY_COLUMN, statistic.relation(), statistic.column(), statistic.inherited());
        if (known == null) {
            writer.insert(STATISTICS, columns(statistic));
        } else {
            writer.update(known, columns(statistic));
        }
    }

    private static Map<String, Object> columns(StatisticDef statistic) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("starelid", statistic.relation());
        columns.put("staattnum", statistic.column());
        columns.put("stainherit", statistic.inherited());
        columns.put("stanullfrac", (float) statistic.nullFraction());
        columns.put("stawidth", statistic.width());
        columns.put("stadistinct", (float) statistic.distinct());
        for (int number = 1; number <= SLOTS; number++) {
            StatisticDef.Slot slot =
                    number <= statistic.slots().size() ? statistic.slots().get(number - 1) : null;
            columns.put("stakind" + number, slot == null ? 0 : slot.kind());
            columns.put("staop" + number, slot == null ? 0 : slot.operator());
            columns.put("stacoll" + number, slot == null ? 0 : slot.collation());
            columns.put(
                    "stanumbers" + number, slot == null ? null : slot.numbers().orElse(null));
            columns.put(
                    "stavalues" + number, slot == null ? null : slot.values().orElse(null));
        }
        return columns;
    }

    /// @param pages of 8 KiB
    public void resize(int relation, double rows, double pages) {
        SystemRow row = writer.row(CLASSES.oidIndex(), relation);
        float reltuples = (float) rows;
        int relpages = (int) Math.min(Integer.MAX_VALUE, pages);
        if (row.number("reltuples") != reltuples || row.integer("relpages") != relpages) {
            writer.update(row, Map.of("reltuples", reltuples, "relpages", relpages));
        }
    }
}
