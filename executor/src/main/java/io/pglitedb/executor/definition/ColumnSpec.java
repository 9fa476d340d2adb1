package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.Constraint;
import java.util.List;
import java.util.Optional;

/// A column as CREATE TABLE or ADD COLUMN writes it, taken apart.
///
/// @param value its default, as written
/// @param generated its generation expression, as written
/// @param serial draws its default from a sequence of its own
/// @param stored a default that is taken over from another table
/// @param keys CHECK, UNIQUE, PRIMARY KEY and FOREIGN KEY constraints written at the column, as table constraints
public record ColumnSpec(
        NewColumn column,
        Optional<AstExpr> value,
        Optional<AstExpr> generated,
        Optional<Constraint.Identity> identity,
        boolean serial,
        List<Constraint> keys,
        Optional<StoredDefault> stored) {
    /// A default or generation expression of another table's column.
    ///
    /// @param tree node tree text, over that table's columns
    public record StoredDefault(TableDef table, String tree) {}

    public ColumnSpec {
        keys = List.copyOf(keys);
    }

    public String name() {
        return column.name();
    }

    public ColumnSpec withColumn(NewColumn changed) {
        return new ColumnSpec(changed, value, generated, identity, serial, keys, stored);
    }
}
