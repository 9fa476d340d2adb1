package io.pglitedb.catalog.system;

import io.pglitedb.rowstore.key.IndexEntry;
import io.pglitedb.rowstore.key.IndexKeyCodec;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// An index of a pg_catalog table: btree, ascending, NULLS LAST, plain columns.
public final class SystemIndex {
    private final int oid;
    private final String name;
    private final int table;
    private final boolean unique;
    private final List<SystemColumn> columns;
    private final IndexKeyCodec codec;

    SystemIndex(int oid, String name, int table, boolean unique, List<SystemColumn> columns) {
        this.oid = oid;
        this.name = name;
        this.table = table;
        this.unique = unique;
        this.columns = List.copyOf(columns);
        this.codec = new IndexKeyCodec(columns.stream()
                .map(column -> new IndexKeyCodec.Column(column.type(), false, false))
                .toList());
    }

    public int oid() {
        return oid;
    }

    public String name() {
        return name;
    }

    public SystemTable table() {
        return SystemTables.find(table);
    }

    public boolean isUnique() {
        return unique;
    }

    public List<SystemColumn> columns() {
        return columns;
    }

    /// The entry of a row of the table.
    public IndexEntry entry(Object[] row, long rowid) {
        return IndexEntry.of(codec, unique, keyOf(row), rowid);
    }

    /// The index's columns of a row of the table.
    public Object[] keyOf(Object[] row) {
        Object[] key = new Object[columns.size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = row[columns.get(i).ordinal()];
        }
        return key;
    }

    /// Bytes that the keys of all rows with these first columns begin with. Values as `SystemTables.carrier`
    /// takes
    /// them.
    public byte[] prefix(Object... values) {
        Object[] carriers = carriers(values);
        ByteWriter key = new ByteWriter();
        codec.putColumns(carriers, key);
        return key.toByteArray();
    }

    /// The carriers of the first columns' values.
    public Object[] carriers(Object... values) {
        Object[] carriers = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            carriers[i] = Carriers.of(columns.get(i), values[i]);
        }
        return carriers;
    }

    /// As in the DETAIL of 23505: `(relname, relnamespace)=(t, 2200)`.
    public String describe(Object[] row) {
        String names = columns.stream().map(SystemColumn::name).collect(Collectors.joining(", "));
        String values = Arrays.stream(keyOf(row)).map(Carriers::text).collect(Collectors.joining(", "));
        return "(" + names + ")=(" + values + ")";
    }

    @Override
    public String toString() {
        return name;
    }
}
