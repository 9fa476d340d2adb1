package io.pglitedb.planner.optimizer.modify;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// What columns get that a statement does not set, or sets to DEFAULT. Source: PostgreSQL's rewriteTargetListIU.
public final class ColumnDefaults {
    private final CatalogView catalog;
    private final TableExpressions expressions;
    private final TableDef table;

    public ColumnDefaults(CatalogView catalog, SessionContext session, TableDef table) {
        this.catalog = catalog;
        this.expressions = new TableExpressions(session);
        this.table = table;
    }

    /// The column's default; NULL when it has none, and for a generated column, whose value the executor
    /// computes.
    public Expr of(ColumnDef column) {
        if (column.dropped()) {
            return new Expr.Const(null, Oids.INT4, -1, 0, Origin.NONE);
        }
        if (column.identity() != ' ') {
            int sequence = catalog.identitySequence(table.oid(), column.number());
            return new Expr.NextValue(sequence, column.type(), Origin.NONE);
        }
        if (column.generated() == ' ' && column.defaultExpression().isPresent()) {
            return expressions.read(column.defaultExpression().get());
        }
        return absent(column);
    }

    private Expr absent(ColumnDef column) {
        TypeDef type = catalog.type(column.type());
        boolean domain = type != null && type.kind() == 'd';
        Expr value = type != null
                        && column.generated() == ' '
                        && type.defaultExpression().isPresent()
                ? expressions.read(type.defaultExpression().get())
                : new Expr.Const(null, domain ? base(type) : column.type(), -1, column.collation(), Origin.NONE);
        return domain
                ? new Expr.CoerceToDomain(value, column.type(), column.typmod(), column.collation(), Origin.NONE)
                : value;
    }

    private int base(TypeDef type) {
        TypeDef current = type;
        while (current.kind() == 'd') {
            current = catalog.type(current.baseType());
        }
        return current.oid();
    }

    /// What INSERT puts into a column that has been given a value.
    ///
    /// @param value null when the column is not among those that are set
    /// @throws PgException 428C9 for a value for a column that only the server may fill
    public Expr inserted(ColumnDef column, Expr value, Query.Overriding overriding) {
        boolean byDefault = value == null || value instanceof Expr.SetToDefault;
        if (byDefault) {
            return of(column);
        }
        if (column.identity() == 'a' && overriding == Query.Overriding.NONE) {
            throw new PgException(
                            SqlState.GENERATED_ALWAYS,
                            "cannot insert a non-DEFAULT value into column \"%s\"".formatted(column.name()))
                    .detail("Column \"%s\" is an identity column defined as GENERATED ALWAYS.".formatted(column.name()))
                    .hint("Use OVERRIDING SYSTEM VALUE to override.");
        }
        if (column.identity() != ' ' && overriding == Query.Overriding.USER) {
            return of(column);
        }
        if (column.generated() != ' ') {
            throw new PgException(
                            SqlState.GENERATED_ALWAYS,
                            "cannot insert a non-DEFAULT value into column \"%s\"".formatted(column.name()))
                    .detail("Column \"%s\" is a generated column.".formatted(column.name()));
        }
        return value;
    }

    /// What UPDATE sets a column to.
    public Expr updated(ColumnDef column, Expr value) {
        boolean byDefault = value instanceof Expr.SetToDefault;
        if (!byDefault && column.identity() == 'a') {
            throw new PgException(
                            SqlState.GENERATED_ALWAYS,
                            "column \"%s\" can only be updated to DEFAULT".formatted(column.name()))
                    .detail("Column \"%s\" is an identity column defined as GENERATED ALWAYS."
                            .formatted(column.name()));
        }
        if (!byDefault && column.generated() != ' ') {
            throw new PgException(
                            SqlState.GENERATED_ALWAYS,
                            "column \"%s\" can only be updated to DEFAULT".formatted(column.name()))
                    .detail("Column \"%s\" is a generated column.".formatted(column.name()));
        }
        return byDefault ? of(column) : value;
    }
}
