package io.pglitedb.executor.row.table;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.CompositeShape;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.rowstore.row.RowCodec;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import java.util.Arrays;
import java.util.List;

/// Decodes of stored rows what a scan asks for: columns, system columns, the whole row, its identity.
public final class RowReader {
    private static final int WHOLE_ROW = 0;

    private final TableDef table;
    private final List<ValueType> types;
    private final RowCodec codec;
    private final CompositeShape shape;
    private final int width;
    /// Plain columns, counted from 0, and the slots that they go to.
    private final int[] columns;
    private final int[] slots;
    /// Whether plain columns stand first, so that they are decoded in place.
    private final boolean inPlace;
    /// Other attributes and their slots.
    private final int[] specials;
    private final int[] specialSlots;
    private final int[] allColumns;

    /// @param attributes as [ScanTable#attributes]
    public RowReader(TableDef table, List<Integer> attributes, SessionContext session) {
        this.table = table;
        this.types = TableTypes.of(table, session);
        this.codec = new RowCodec(types);
        this.width = attributes.size();
        int plain = (int) attributes.stream().filter(attribute -> attribute > 0).count();
        columns = new int[plain];
        slots = new int[plain];
        specials = new int[width - plain];
        specialSlots = new int[width - plain];
        int nextPlain = 0;
        int nextSpecial = 0;
        for (int slot = 0; slot < width; slot++) {
            int attribute = attributes.get(slot);
            if (attribute > 0) {
                columns[nextPlain] = attribute - 1;
                slots[nextPlain++] = slot;
            } else {
                specials[nextSpecial] = attribute;
                specialSlots[nextSpecial++] = slot;
            }
        }
        inPlace = plain == 0 || slots[plain - 1] == plain - 1;
        boolean wholeRow = attributes.contains(WHOLE_ROW);
        shape = wholeRow ? CompositeShape.of(table.rowType(), table) : null;
        allColumns = wholeRow ? allColumns(table) : null;
    }

    private static int[] allColumns(TableDef table) {
        int[] all = new int[table.columns().size()];
        Arrays.setAll(all, column -> column);
        return all;
    }

    /// Reads every column of a table, dropped ones included, in order.
    public static RowReader ofAllColumns(TableDef table, SessionContext session) {
        return new RowReader(
                table, table.columns().stream().map(column -> column.number()).toList(), session);
    }

    /// The type of a column, counted from 0.
    public ValueType columnType(int column) {
        return types.get(column);
    }

    public TableDef table() {
        return table;
    }

    /// @param stored the row with its header; kept by identities
    public Object[] read(long rowid, byte[] stored) {
        return read(rowid, stored, 0, stored.length);
    }

    public Object[] read(long rowid, byte[] bytes, int offset, int length) {
        Object[] row = new Object[width];
        if (inPlace) {
            codec.decode(bytes, offset, length, columns, row);
            fillMissing(columns, row);
        } else {
            Object[] decoded = new Object[columns.length];
            codec.decode(bytes, offset, length, columns, decoded);
            fillMissing(columns, decoded);
            for (int i = 0; i < slots.length; i++) {
                row[slots[i]] = decoded[i];
            }
        }
        for (int i = 0; i < specials.length; i++) {
            row[specialSlots[i]] = special(specials[i], rowid, bytes, offset, length);
        }
        return row;
    }

    /// A row stored before a column was added has the value that the column kept for such rows.
    private void fillMissing(int[] wanted, Object[] row) {
        for (int i = 0; i < wanted.length; i++) {
            if (row[i] == RowCodec.MISSING) {
                row[i] = table.columns()
                        .get(wanted[i])
                        .missing()
                        .map(array -> array.elements()[0])
                        .orElse(null);
            }
        }
    }

    private Object special(int attribute, long rowid, byte[] bytes, int offset, int length) {
        return switch (attribute) {
            case WHOLE_ROW -> {
                Object[] values = new Object[allColumns.length];
                codec.decode(bytes, offset, length, allColumns, values);
                fillMissing(allColumns, values);
                yield shape.row(values);
            }
            case ScanTable.ROW_IDENTITY ->
                new RowIdentity(
                        table,
                        rowid,
                        RowHeader.transactionId(bytes, offset),
                        offset == 0 && length == bytes.length
                                ? bytes
                                : Arrays.copyOfRange(bytes, offset, offset + length));
            default -> SystemColumns.value(attribute, table, rowid, RowHeader.transactionId(bytes, offset));
        };
    }
}
