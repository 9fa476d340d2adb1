package io.pglitedb.tiering.cold;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;

/// Turns values of a table's types into those of its segments' types: the same, but for types of users, of which
/// segments have the bytes that they store.
public final class CarrierForms {
    /// By column; null where values stay as they are.
    private final ValueType[] stored;

    private final ValueType[] loaded;
    private final boolean[] dropped;
    private final boolean same;

    private CarrierForms(ValueType[] stored, ValueType[] loaded, boolean[] dropped) {
        this.stored = stored;
        this.loaded = loaded;
        this.dropped = dropped;
        boolean all = true;
        for (int column = 0; column < stored.length; column++) {
            all &= stored[column] == null && !dropped[column];
        }
        this.same = all;
    }

    public static CarrierForms of(TableDef table, RowLayout layout, CatalogView view) {
        int width = table.columns().size();
        ValueType[] stored = new ValueType[width];
        ValueType[] loaded = new ValueType[width];
        boolean[] dropped = new boolean[width];
        for (ColumnDef column : table.columns()) {
            int index = column.number() - 1;
            dropped[index] = column.dropped();
            if (!column.dropped()) {
                ValueType own = view.valueType(column.type());
                ValueType there = layout.schema().columns().get(index).values();
                stored[index] = base(column.type(), view) == there.oid() ? null : own;
                loaded[index] = there;
            }
        }
        return new CarrierForms(stored, loaded, dropped);
    }

    private static int base(int type, CatalogView view) {
        TypeDef definition = view.type(type);
        return definition.kind() == 'd' ? base(definition.baseType(), view) : type;
    }

    /// A row for a segment: the same array when nothing is to be done.
    public Object[] apply(Object[] row) {
        if (same) {
            return row;
        }
        Object[] values = row.clone();
        for (int column = 0; column < stored.length; column++) {
            values[column] = dropped[column] ? null : value(column, row[column]);
        }
        return values;
    }

    /// A column's value for a segment.
    Object value(int column, Object value) {
        if (value == null || stored[column] == null) {
            return value;
        }
        ByteWriter bytes = new ByteWriter();
        stored[column].store(value, bytes);
        return loaded[column].load(new ByteReader(bytes.toByteArray()));
    }
}
