package io.pglitedb.planner.query;

/// A column that a range table entry offers.
///
/// @param name alias applied; empty for a dropped column
/// @param type OID of its type
/// @param typmod -1 for none
/// @param collation OID, 0 for none
/// @param dropped keeps its number, cannot be named
public record ColumnInfo(String name, int type, int typmod, int collation, boolean dropped) {
    public ColumnInfo(String name, int type, int typmod, int collation) {
        this(name, type, typmod, collation, false);
    }

    public ColumnInfo withName(String newName) {
        return new ColumnInfo(newName, type, typmod, collation, dropped);
    }
}
