package io.pglitedb.catalog.system;

import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A row of a pg_catalog table. Immutable.
public final class SystemRow {
    private final SystemTable table;
    private final long rowid;
    private final long writer;
    private final Object[] values;

    /// Keeps `values`.
    ///
    /// @param rowid 0 for a row that is not stored
    /// @param writer transaction id in the header of the stored version, 0 when not stored
    public SystemRow(SystemTable table, long rowid, long writer, Object[] values) {
        this.table = table;
        this.rowid = rowid;
        this.writer = writer;
        this.values = values;
    }

    public SystemTable table() {
        return table;
    }

    public long rowid() {
        return rowid;
    }

    public long writer() {
        return writer;
    }

    /// Not to be changed.
    public Object[] values() {
        return values;
    }

    public Object value(String column) {
        return values[table.column(column).ordinal()];
    }

    public boolean isNull(String column) {
        return value(column) == null;
    }

    private Object present(String column) {
        Object value = value(column);
        if (value == null) {
            throw new IllegalStateException("%s.%s is NULL".formatted(table, column));
        }
        return value;
    }

    /// Of a name, text or node tree.
    public String text(String column) {
        return present(column).toString();
    }

    /// As `text`; empty for NULL.
    public Optional<String> optional(String column) {
        Object value = value(column);
        return value == null ? Optional.empty() : Optional.of(value.toString());
    }

    /// Of an oid, regproc, int4, int2 or xid.
    public int integer(String column) {
        return ((Number) present(column)).intValue();
    }

    /// The same; reads better for references.
    public int oid(String column) {
        return integer(column);
    }

    public long bigint(String column) {
        return ((Number) present(column)).longValue();
    }

    /// Of a float4.
    public double number(String column) {
        return ((Number) present(column)).doubleValue();
    }

    /// Of a "char"; a zero byte reads as a space.
    public char letter(String column) {
        int letter = (Byte) present(column) & 0xff;
        return letter == 0 ? ' ' : (char) letter;
    }

    public boolean flag(String column) {
        return (Boolean) present(column);
    }

    public Optional<PgArray> array(String column) {
        return Optional.ofNullable((PgArray) value(column));
    }

    /// Elements of an oidvector, int2vector, oid[] or int2[]; none for NULL.
    public List<Integer> integers(String column) {
        List<Integer> list = new ArrayList<>();
        for (Object element : elements(column)) {
            list.add(((Number) element).intValue());
        }
        return list;
    }

    /// Elements of a text[] or "char"[]; none for NULL.
    public List<String> texts(String column) {
        List<String> list = new ArrayList<>();
        for (Object element : elements(column)) {
            list.add(Carriers.text(element));
        }
        return list;
    }

    private Object[] elements(String column) {
        Object value = value(column);
        return value == null ? new Object[0] : ((PgArray) value).elements();
    }

    /// A copy with other values in some columns, given as for `SystemRow.values(table, columns)`.
    public SystemRow with(Map<String, ?> changes) {
        Object[] changed = values.clone();
        put(table, changes, changed);
        return new SystemRow(table, rowid, writer, changed);
    }

    /// All columns by name, some with other values: for a new row like this one.
    public Map<String, Object> columns(Map<String, ?> changes) {
        Map<String, Object> columns = new HashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), values[column.ordinal()]));
        columns.putAll(changes);
        return columns;
    }

    /// A new row's values by column name; Java strings, chars and ints are turned into carriers. Columns not
    /// named are
    /// NULL.
    public static Object[] values(SystemTable table, Map<String, ?> columns) {
        Object[] values = new Object[table.columns().size()];
        put(table, columns, values);
        return values;
    }

    private static void put(SystemTable table, Map<String, ?> columns, Object[] values) {
        columns.forEach((name, value) -> {
            SystemColumn column = table.column(name);
            values[column.ordinal()] = Carriers.of(column, value);
        });
    }

    @Override
    public String toString() {
        return table + Arrays.toString(values);
    }
}
