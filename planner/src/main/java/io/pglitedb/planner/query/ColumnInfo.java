package io.pglitedb.planner.query;

/// A column that a range table entry offers.
///
/// @param name alias applied; empty for a dropped column
/// @param type OID of its type
/// @param typmod -1 for none
/// @param collation OID, 0 for none
/// @param dropped keeps its number, cannot be named
/// @param renamed whether a list of column aliases gave the name
public record ColumnInfo(String name, int type, int typmod, int collation, boolean dropped, boolean renamed) {
    public ColumnInfo(String name, int type, int typmod, int collation, boolean dropped) {
        this(name, type, typmod, collation, dropped, false);
    }

    public ColumnInfo(String name, int type, int typmod, int collation) {
        this(name, type, typmod, collation, false);
    }

    public ColumnInfo withAlias(String alias) {
        return new ColumnInfo(alias, type, typmod, collation, dropped, true);
    }
}
