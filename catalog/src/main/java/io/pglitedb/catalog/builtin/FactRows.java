package io.pglitedb.catalog.builtin;

import io.pglitedb.catalog.facts.FactTable;
import io.pglitedb.catalog.system.SystemColumn;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.types.Oids;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// The rows of a freshly made database: what bootstrapping writes.
public final class FactRows {
    private FactRows() {}

    public static List<SystemRow> of(SystemTable table) {
        return FactTable.read(table.name(), row -> new SystemRow(table, 0, 0, values(table, row.fields())));
    }

    private static Object[] values(SystemTable table, String[] fields) {
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = fields[i].equals("\\N") ? null : value(table.columns().get(i), fields[i]);
        }
        return values;
    }

    private static Object value(SystemColumn column, String field) {
        int type = column.type().oid();
        if (type == Oids.PG_NODE_TREE) {
            return Utf8.of(field);
        }
        return column.type().parse(Utf8.of(field), -1, FactSession.INSTANCE);
    }
}
