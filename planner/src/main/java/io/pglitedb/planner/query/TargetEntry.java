package io.pglitedb.planner.query;

/// A column of a target list.
///
/// @param number from 1; in INSERT and UPDATE the attribute number of the column that is set
/// @param name of the result column; null for junk
/// @param reference what sort, group and distinct clauses call this entry; 0 when none does
/// @param originTable OID of the table that the column is taken from unchanged, else 0
/// @param originColumn attribute number in it, else 0
/// @param junk needed inside the query only: not part of its result
public record TargetEntry(
        Expr expression, int number, String name, int reference, int originTable, int originColumn, boolean junk) {
    public TargetEntry(Expr expression, int number, String name, boolean junk) {
        this(expression, number, name, 0, 0, 0, junk);
    }

    public TargetEntry withExpression(Expr newExpression) {
        return new TargetEntry(newExpression, number, name, reference, originTable, originColumn, junk);
    }

    public TargetEntry withReference(int newReference) {
        return new TargetEntry(expression, number, name, newReference, originTable, originColumn, junk);
    }

    public TargetEntry withNumber(int newNumber) {
        return new TargetEntry(expression, newNumber, name, reference, originTable, originColumn, junk);
    }

    public TargetEntry withOrigin(int table, int column) {
        return new TargetEntry(expression, number, name, reference, table, column, junk);
    }
}
