package io.pglitedb.executor.command.rule;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Whether what a rule selects or returns looks like the rows of its table. Source: PostgreSQL's
/// `checkRuleResultList`.
record RuleResult(TableDef table, CatalogView catalog, boolean select) {
    private String what() {
        return select ? "SELECT rule's target" : "RETURNING";
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_OBJECT_DEFINITION, message);
    }

    /// @param sameNames whether the columns have to be called the same
    void check(List<TargetEntry> targets, boolean sameNames) {
        int number = 0;
        for (TargetEntry target : targets) {
            if (!target.junk()) {
                if (number == table.columns().size()) {
                    throw invalid(what() + " list has too many entries");
                }
                check(target, table.columns().get(number), ++number, sameNames);
            }
        }
        if (number < table.columns().size()) {
            throw invalid(what() + " list has too few entries");
        }
    }

    private void check(TargetEntry target, ColumnDef column, int number, boolean sameNames) {
        if (column.dropped()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    select
                            ? "cannot convert relation containing dropped columns to view"
                            : "cannot create a RETURNING list for a relation containing dropped columns");
        }
        if (sameNames && !column.name().equals(target.name())) {
            throw different(number, "column name", column)
                    .detail("SELECT target entry is named \"%s\".".formatted(target.name()));
        }
        int type = target.expression().type();
        int typmod = target.expression().typmod();
        boolean sameType = type == column.type();
        if (!sameType || typmod != column.typmod() && typmod != -1 && column.typmod() != -1) {
            throw different(number, sameType ? "size" : "type", column)
                    .detail("%s entry has type %s, but column has type %s."
                            .formatted(
                                    select ? "SELECT target" : "RETURNING list",
                                    catalog.formatType(type, sameType ? typmod : -1),
                                    catalog.formatType(column.type(), sameType ? column.typmod() : -1)));
        }
    }

    private PgException different(int number, String property, ColumnDef column) {
        return invalid("%s entry %d has different %s from column \"%s\""
                .formatted(select ? "SELECT rule's target" : "RETURNING list's", number, property, column.name()));
    }
}
