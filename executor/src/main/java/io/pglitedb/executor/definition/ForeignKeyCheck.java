package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.InternalQuery;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.List;

/// Looks for rows that point to nothing, when a foreign key is new. Source: PostgreSQL's RI_Initial_Check.
public final class ForeignKeyCheck {
    private final Backend session;

    public ForeignKeyCheck(Backend session) {
        this.session = session;
    }

    /// 23503 when a row does.
    public void require(ConstraintDef constraint) {
        PgException violation = violation(constraint);
        if (violation != null) {
            throw violation;
        }
    }

    /// The error of the first row found; null when there is none.
    public PgException violation(ConstraintDef constraint) {
        TableDef table = session.catalog().table(constraint.table());
        TableDef referenced = session.catalog().table(constraint.referencedTable());
        if (table.storage() == 0) {
            return null;
        }
        List<String> columns = TableNames.columns(table, constraint.columns());
        List<String> keys = TableNames.columns(referenced, constraint.referencedColumns());
        List<String> equal = new ArrayList<>();
        List<String> present = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            equal.add("pk." + keys.get(i) + " = fk." + columns.get(i));
            present.add("fk." + columns.get(i) + " IS NOT NULL");
            values.add("fk." + columns.get(i) + "::pg_catalog.text");
        }
        boolean full = constraint.match() == 'f';
        String sql = "SELECT %s FROM ONLY %s fk LEFT JOIN ONLY %s pk ON %s WHERE pk.%s IS NULL AND (%s)"
                .formatted(
                        String.join(", ", values),
                        TableNames.qualified(table, session.catalog()),
                        TableNames.qualified(referenced, session.catalog()),
                        String.join(" AND ", equal),
                        keys.getFirst(),
                        String.join(full ? " OR " : " AND ", present));
        Object[] row = InternalQuery.first(sql, session);
        return row == null ? null : violation(constraint, table, referenced, row);
    }

    private PgException violation(ConstraintDef constraint, TableDef table, TableDef referenced, Object[] row) {
        PgException error = new PgException(
                        SqlState.FOREIGN_KEY_VIOLATION,
                        "insert or update on table \"%s\" violates foreign key constraint \"%s\""
                                .formatted(table.name(), constraint.name()))
                .table(session.catalog().namespaceName(table.namespace()), table.name())
                .constraint(constraint.name());
        List<String> texts = new ArrayList<>();
        for (Object value : row) {
            if (value == null) {
                return error.detail("MATCH FULL does not allow mixing of null and nonnull key values.");
            }
            texts.add(value.toString());
        }
        return error.detail("Key (%s)=(%s) is not present in table \"%s\"."
                .formatted(
                        String.join(
                                ", ",
                                constraint.columns().stream()
                                        .map(number -> Quoting.identifier(
                                                table.columns().get(number - 1).name()))
                                        .toList()),
                        String.join(", ", texts),
                        referenced.name()));
    }
}
