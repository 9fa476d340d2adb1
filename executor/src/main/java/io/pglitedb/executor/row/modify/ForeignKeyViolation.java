package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.access.RowDisclosure;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.List;

/// 23503 of one constraint.
final class ForeignKeyViolation {
    private final ConstraintDef constraint;
    private final TableDef referencing;
    private final TableDef referenced;
    private final String schema;
    private final SessionContext session;

    ForeignKeyViolation(
            ConstraintDef constraint,
            TableDef referencing,
            TableDef referenced,
            CatalogView catalog,
            SessionContext session) {
        this.constraint = constraint;
        this.referencing = referencing;
        this.referenced = referenced;
        this.schema = catalog.namespaceName(referencing.namespace());
        this.session = session;
    }

    /// @param values of the referencing columns
    PgException absent(Object[] values) {
        return onReferencing("%s is not present in table \"%s\"."
                .formatted(key(referencing, constraint.columns(), values), referenced.name()));
    }

    PgException mixedNulls() {
        return onReferencing("MATCH FULL does not allow mixing of null and nonnull key values.");
    }

    private PgException onReferencing(String detail) {
        return new PgException(
                        SqlState.FOREIGN_KEY_VIOLATION,
                        "insert or update on table \"%s\" violates foreign key constraint \"%s\""
                                .formatted(referencing.name(), constraint.name()))
                .detail(detail)
                .table(schema, referencing.name())
                .constraint(constraint.name());
    }

    /// @param values of the referenced columns
    PgException stillReferenced(Object[] values) {
        return new PgException(
                        SqlState.FOREIGN_KEY_VIOLATION,
                        "update or delete on table \"%s\" violates foreign key constraint \"%s\" on table \"%s\""
                                .formatted(referenced.name(), constraint.name(), referencing.name()))
                .detail("%s is still referenced from table \"%s\"."
                        .formatted(key(referenced, constraint.referencedColumns(), values), referencing.name()))
                .table(schema, referencing.name())
                .constraint(constraint.name());
    }

    /// `Key (a)=(1)`, or `Key` when the current role may not see it.
    private String key(TableDef table, List<Integer> columns, Object[] values) {
        return RowDisclosure.of(table, session).showsKey(columns)
                ? "Key (%s)=(%s)".formatted(names(table, columns), texts(table, columns, values))
                : "Key";
    }

    private static String names(TableDef table, List<Integer> columns) {
        List<String> names = new ArrayList<>();
        for (int column : columns) {
            names.add(Quoting.identifier(table.columns().get(column - 1).name()));
        }
        return String.join(", ", names);
    }

    private String texts(TableDef table, List<Integer> columns, Object[] values) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            ColumnDef column = table.columns().get(columns.get(i) - 1);
            texts.add(FailingRow.text(values[i], column.type(), session).toString());
        }
        return String.join(", ", texts);
    }
}
