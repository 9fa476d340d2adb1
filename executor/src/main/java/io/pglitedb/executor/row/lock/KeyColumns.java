package io.pglitedb.executor.row.lock;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.types.SessionContext;
import java.util.List;

/// The columns of a table that foreign keys may point to, those of unique indexes: FOR KEY SHARE keeps others
/// from changing them, and cares for no other change.
final class KeyColumns {
    private final List<Integer> columns;
    private final RowReader reader;

    KeyColumns(TableDef table, CatalogView catalog, SessionContext session) {
        columns = catalog.indexes(table.oid()).stream()
                .filter(IndexDef::unique)
                .filter(index ->
                        index.predicate().isEmpty() && index.expressions().isEmpty())
                .flatMap(index -> index.keys().stream())
                .map(IndexDef.Key::column)
                .distinct()
                .toList();
        reader = new RowReader(table, columns, session);
    }

    /// @param one a version of the row, header included
    boolean same(long rowid, byte[] one, byte[] other) {
        Object[] before = reader.read(rowid, one);
        Object[] after = reader.read(rowid, other);
        for (int i = 0; i < before.length; i++) {
            boolean same = before[i] == null || after[i] == null
                    ? before[i] == after[i]
                    : reader.columnType(columns.get(i) - 1).equal(before[i], after[i]);
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
