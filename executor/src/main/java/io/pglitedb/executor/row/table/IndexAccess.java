package io.pglitedb.executor.row.table;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.rowstore.key.IndexKeyCodec;
import io.pglitedb.rowstore.row.RowCodec;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/// Entries of one index.
/// ```
///   key    columns [rowid int64]             see IndexKeyCodec
///   value  rowid int64 [00 | body]           body: the INCLUDE columns as a row's body (RowCodec); absent without any
/// ```
/// The key carries the rowid when equal keys may stand side by side: when the index is not unique, when
/// uniqueness is checked later than rows are written (a deferrable constraint), or when a key column is NULL and
/// NULLs are distinct. A thread's own: keeps a buffer.
public final class IndexAccess {
    private final IndexDef index;
    private final List<ValueType> keyTypes;
    private final IndexKeyCodec keys;
    /// Null without INCLUDE columns.
    private final RowCodec included;
    private final int[] includedColumns;
    private final ByteWriter buffer = new ByteWriter(64);
    private final ByteWriter scratch = new ByteWriter(64);

    public IndexAccess(IndexDef index, TableDef table, SessionContext session) {
        this.index = index;
        List<Expr> expressions = new TableExpressions(session).indexKeys(index, table);
        List<ValueType> types = new ArrayList<>();
        List<IndexKeyCodec.Column> columns = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            ValueType type = session.type(expressions.get(i).type());
            IndexDef.Key key = index.keys().get(i);
            types.add(type);
            columns.add(new IndexKeyCodec.Column(type, key.descending(), key.nullsFirst()));
        }
        keyTypes = List.copyOf(types);
        keys = new IndexKeyCodec(columns);
        includedColumns = index.included().stream().mapToInt(Integer::intValue).toArray();
        included = includedColumns.length == 0
                ? null
                : new RowCodec(index.included().stream()
                        .map(number -> session.type(column(table, number).type()))
                        .toList());
    }

    private static ColumnDef column(TableDef table, int number) {
        return table.columns().get(number - 1);
    }

    public IndexDef definition() {
        return index;
    }

    public int storage() {
        return index.storage();
    }

    public int keyCount() {
        return index.keys().size();
    }

    /// Types of the key columns.
    public List<ValueType> keyTypes() {
        return keyTypes;
    }

    public IndexKeyCodec codec() {
        return keys;
    }

    /// Whether there is at most one entry with these values, found under the key without a rowid.
    public boolean exact(boolean hasNull) {
        return index.unique() && index.immediate() && (!hasNull || index.nullsNotDistinct());
    }

    /// Whether two rows with these values offend the index.
    public boolean demandsUnique(boolean hasNull) {
        return index.unique() && (!hasNull || index.nullsNotDistinct());
    }

    /// The key of a row's entry.
    public byte[] key(Object[] keyValues, long rowid) {
        buffer.clear();
        boolean hasNull = keys.putColumns(keyValues, buffer);
        if (!exact(hasNull)) {
            buffer.putLong(rowid);
        }
        return buffer.toByteArray();
    }

    /// The bytes of the first columns, whatever their number.
    public byte[] prefix(Object[] keyValues) {
        buffer.clear();
        keys.putColumns(keyValues, buffer);
        return buffer.toByteArray();
    }

    /// The value of a row's entry.
    ///
    /// @param row all columns of the table
    public byte[] value(long rowid, Object[] row) {
        buffer.clear();
        buffer.putLong(rowid);
        if (included != null) {
            Object[] values = new Object[includedColumns.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = row[includedColumns[i] - 1];
            }
            buffer.putByte(0);
            included.encode(values, buffer, scratch);
        }
        return buffer.toByteArray();
    }

    public static long rowid(byte[] value, int offset) {
        return new ByteReader(value, offset, Long.BYTES).getLong();
    }

    /// Whether the entry itself tells the value of that column.
    public boolean holds(int column) {
        return positionOf(column) >= 0;
    }

    /// Index among the key columns, then the included ones; -1 when the entry does not tell the value.
    int positionOf(int column) {
        for (int i = 0; i < index.keys().size(); i++) {
            if (index.keys().get(i).column() == column) {
                return keyTypes.stream().allMatch(ValueType::keyKeepsValue) ? i : -1;
            }
        }
        int position = index.included().indexOf(column);
        return position < 0 ? -1 : index.keys().size() + position;
    }

    /// Key columns, then included ones. The value's head is as long as a row's header, so that the codec skips
    /// it.
    Object[] read(byte[] key, int keyOffset, int keyLength, byte[] value, int valueOffset, int valueLength) {
        Object[] entry = new Object[index.keys().size() + includedColumns.length];
        if (keyTypes.stream().allMatch(ValueType::keyKeepsValue)) {
            Object[] columns = keys.takeColumns(key, keyOffset, keyLength);
            System.arraycopy(columns, 0, entry, 0, columns.length);
        }
        if (included != null) {
            int[] all = new int[includedColumns.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = i;
            }
            Object[] values = new Object[all.length];
            included.decode(value, valueOffset, valueLength, all, values);
            System.arraycopy(values, 0, entry, index.keys().size(), values.length);
        }
        return entry;
    }
}
