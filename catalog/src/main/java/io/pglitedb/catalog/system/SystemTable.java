package io.pglitedb.catalog.system;

import io.pglitedb.rowstore.row.RowCodec;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Shape of a pg_catalog table. One instance each: see `SystemTables`.
public final class SystemTable {
    private final int oid;
    private final String name;
    private final boolean shared;
    private final List<SystemColumn> columns;
    private final List<SystemIndex> indexes;
    private final Map<String, SystemColumn> byName = new HashMap<>();
    private final RowCodec codec;
    private final int[] allColumns;

    SystemTable(int oid, String name, boolean shared, List<SystemColumn> columns, List<SystemIndex> indexes) {
        this.oid = oid;
        this.name = name;
        this.shared = shared;
        this.columns = List.copyOf(columns);
        this.indexes = List.copyOf(indexes);
        columns.forEach(column -> byName.put(column.name(), column));
        codec = new RowCodec(columns.stream().map(SystemColumn::type).toList());
        allColumns = new int[columns.size()];
        for (int i = 0; i < allColumns.length; i++) {
            allColumns[i] = i;
        }
    }

    public int oid() {
        return oid;
    }

    public String name() {
        return name;
    }

    /// One for the server, not one for every database.
    public boolean isShared() {
        return shared;
    }

    public List<SystemColumn> columns() {
        return columns;
    }

    public List<SystemIndex> indexes() {
        return indexes;
    }

    public boolean hasColumn(String column) {
        return byName.containsKey(column);
    }

    public SystemColumn column(String column) {
        SystemColumn found = byName.get(column);
        if (found == null) {
            throw new IllegalArgumentException(name + " has no column " + column);
        }
        return found;
    }

    /// The unique index on `oid` alone; null for a table without that column.
    public SystemIndex oidIndex() {
        for (SystemIndex index : indexes) {
            if (index.columns().size() == 1 && index.columns().getFirst().name().equals("oid")) {
                return index;
            }
        }
        return null;
    }

    /// Appends the stored body of a row.
    public void encode(Object[] values, ByteWriter out) {
        codec.encode(values, out, new ByteWriter());
    }

    /// A stored row, header included.
    public SystemRow decode(long rowid, byte[] row, int offset, int length) {
        Object[] values = new Object[allColumns.length];
        codec.decode(row, offset, length, allColumns, values);
        return new SystemRow(this, rowid, RowHeader.transactionId(row, offset), values);
    }

    @Override
    public String toString() {
        return name;
    }
}
