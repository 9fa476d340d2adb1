package io.pglitedb.executor.row.table;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.rowstore.row.RowCodec;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import java.util.ArrayList;
import java.util.List;

/// The types that a table's columns are stored with.
public final class TableTypes {
    private TableTypes() {}

    /// One a column, dropped ones included.
    public static RowCodec codec(TableDef table, SessionContext session) {
        return new RowCodec(of(table, session));
    }

    static List<ValueType> of(TableDef table, SessionContext session) {
        List<ValueType> types = new ArrayList<>(table.columns().size());
        for (ColumnDef column : table.columns()) {
            types.add(stored(column, session));
        }
        return types;
    }

    private static ValueType stored(ColumnDef column, SessionContext session) {
        return column.dropped() ? new DroppedColumnType(column.storedLength()) : session.type(column.type());
    }
}
