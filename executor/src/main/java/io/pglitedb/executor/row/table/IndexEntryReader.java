package io.pglitedb.executor.row.table;

import io.pglitedb.planner.plan.ScanTable;

/// Makes a scan's rows of index entries alone: for scans that ask only for columns that the entries hold.
public final class IndexEntryReader {
    private static final int CTID = -1;
    private static final int TABLE_OID = -6;

    private final IndexAccess index;
    private final ScanTable table;
    /// Index among the entry's columns for each slot; a negative attribute stands for itself.
    private final int[] positions;

    private IndexEntryReader(IndexAccess index, ScanTable table, int[] positions) {
        this.index = index;
        this.table = table;
        this.positions = positions;
    }

    /// Null when the scan asks for more.
    public static IndexEntryReader find(IndexAccess index, ScanTable table) {
        int[] positions = new int[table.attributes().size()];
        for (int slot = 0; slot < positions.length; slot++) {
            int attribute = table.attributes().get(slot);
            boolean held = attribute > 0 ? index.holds(attribute) : attribute == CTID || attribute == TABLE_OID;
            if (!held) {
                return null;
            }
            positions[slot] = attribute > 0 ? index.positionOf(attribute) : attribute;
        }
        return new IndexEntryReader(index, table, positions);
    }

    public Object[] read(byte[] key, int keyOffset, int keyLength, byte[] value, int valueOffset, int valueLength) {
        Object[] entry = index.read(key, keyOffset, keyLength, value, valueOffset, valueLength);
        Object[] row = new Object[positions.length];
        for (int slot = 0; slot < row.length; slot++) {
            row[slot] = switch (positions[slot]) {
                case CTID -> RowTid.of(IndexAccess.rowid(value, valueOffset));
                case TABLE_OID -> table.table().oid();
                default -> entry[positions[slot]];
            };
        }
        return row;
    }
}
