package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import java.util.List;

/// Rows of one state of the catalog.
public interface CatalogReader {
    /// Rows whose first index columns have these values (Java strings, chars and ints do), in the index's order.
    List<SystemRow> rows(SystemIndex index, Object... prefix);

    /// All rows, in the order of their rowids.
    List<SystemRow> scan(SystemTable table);

    /// The only row with this whole key; null when there is none.
    default SystemRow row(SystemIndex index, Object... key) {
        List<SystemRow> rows = rows(index, key);
        return rows.isEmpty() ? null : rows.getFirst();
    }

    /// Number under which the row store keeps a relation's rows or an index's entries, 0 when it keeps none.
    ///
    /// @param fileNumber `relfilenode`
    int storage(int relation, int fileNumber);
}
