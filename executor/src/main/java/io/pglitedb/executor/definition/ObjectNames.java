package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.define.GeneratedNames;

/// Names that the system chooses for the relations and constraints that a statement leaves unnamed. Source:
/// PostgreSQL's ChooseRelationName and ChooseConstraintName.
public final class ObjectNames {
    private ObjectNames() {}

    /// A name that no relation of the schema has.
    ///
    /// @param second may be empty
    public static String relation(CatalogView view, int namespace, String first, String second, String label) {
        return GeneratedNames.choose(first, second, label, name -> view.table(namespace, name) != null);
    }

    /// A name that no constraint of the table has.
    ///
    /// @param second may be empty
    public static String constraint(CatalogView view, int table, String first, String second, String label) {
        return GeneratedNames.choose(
                first,
                second,
                label,
                name -> view.constraints(table).stream()
                        .anyMatch(constraint -> constraint.name().equals(name)));
    }
}
