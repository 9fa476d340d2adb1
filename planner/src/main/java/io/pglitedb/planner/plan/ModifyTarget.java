package io.pglitedb.planner.plan;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.RowCheck;
import java.util.List;

/// A table that a statement changes. Its expressions are over the table's row: column n in slot n - 1, dropped
/// ones
/// included. RETURNING's are over the returning row: the table's row after the change (before it, for DELETE),
/// then the six
/// system columns -1 … -6, then the input row.
///
/// @param checks CHECK constraints, in order of their names
/// @param generated stored generated columns
/// @param rowChecks of views, innermost first, and policies
/// @param partitionConstraint of a partition, or null
/// @param foreignKeys constraints of this table
/// @param referencedBy foreign keys of other tables (and this one) on this table
public record ModifyTarget(
        ScanTable table,
        List<IndexTarget> indexes,
        List<Check> checks,
        List<Generated> generated,
        List<RowCheck> rowChecks,
        Expr partitionConstraint,
        List<ConstraintDef> foreignKeys,
        List<ConstraintDef> referencedBy) {
    public static final int SYSTEM_COLUMNS = 6;

    public ModifyTarget {
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
        generated = List.copyOf(generated);
        rowChecks = List.copyOf(rowChecks);
        foreignKeys = List.copyOf(foreignKeys);
        referencedBy = List.copyOf(referencedBy);
    }

    public ModifyTarget withRowChecks(List<RowCheck> newChecks) {
        return newChecks.isEmpty()
                ? this
                : new ModifyTarget(
                        table, indexes, checks, generated, newChecks, partitionConstraint, foreignKeys, referencedBy);
    }

    public TableDef definition() {
        return table.table();
    }

    /// Slot of a system column (-1 … -6) in the returning row.
    public int systemSlot(int attribute) {
        return definition().columns().size() - attribute - 1;
    }

    /// Slot of the input row's first column in the returning row.
    public int inputSlot() {
        return definition().columns().size() + SYSTEM_COLUMNS;
    }

    /// @param keys one an index key column
    /// @param predicate of a partial index, or null
    /// @param constraint that the index enforces, or null
    public record IndexTarget(IndexDef index, List<Expr> keys, Expr predicate, ConstraintDef constraint) {
        public IndexTarget {
            keys = List.copyOf(keys);
        }
    }

    /// NULL passes.
    public record Check(String name, Expr expression) {}

    /// @param column its number
    public record Generated(int column, Expr expression) {}
}
