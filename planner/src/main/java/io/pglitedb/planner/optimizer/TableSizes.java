package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;

/// How large tables are now, without looking at statistics, and which indexes can be read.
@FunctionalInterface
public interface TableSizes {
    /// Nothing is known; for planning without a store.
    TableSizes UNKNOWN = table -> new Size(1000, 10);

    Size size(TableDef table);

    /// False for an index that lacks entries of rows which the transaction sees: it is younger than its snapshot.
    default boolean readable(IndexDef index) {
        return true;
    }

    /// Pages that a btree of that many entries would fill: nine tenths of a page hold the keys.
    static double indexPages(CatalogView catalog, IndexDef index, double entries) {
        TableDef table = catalog.table(index.table());
        int bytes = ENTRY_BYTES;
        for (IndexDef.Key key : index.keys()) {
            int length =
                    key.column() > 0 ? table.columns().get(key.column() - 1).storedLength() : -1;
            bytes += length < 0 ? VARIABLE_BYTES : length;
        }
        bytes = (bytes + 7) / 8 * 8 + POINTER_BYTES;
        return 1 + Math.ceil(entries * bytes / PAGE_BYTES);
    }

    int ENTRY_BYTES = 8;
    int POINTER_BYTES = 4;
    int VARIABLE_BYTES = 16;
    /// Of a page that is filled to nine tenths.
    double PAGE_BYTES = 0.9 * 8_152;

    /// @param rows about how many
    /// @param pages that they would fill, of 8 KiB
    /// @param coldShare of the rows, those in segments
    record Size(double rows, double pages, double coldShare) {
        public Size(double rows, double pages) {
            this(rows, pages, 0);
        }
    }
}
