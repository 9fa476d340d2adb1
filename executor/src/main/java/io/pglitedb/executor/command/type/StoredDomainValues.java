package io.pglitedb.executor.command.type;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.TableRows;
import io.pglitedb.executor.definition.TypeUses;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Expr.BooleanTestKind;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.QueryMapper;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.function.Function;

/// Checks the values of a domain that tables hold already.
final class StoredDomainValues {
    private final Definition definition;

    StoredDomainValues(Definition definition) {
        this.definition = definition;
    }

    /// 23502 when one is NULL.
    void requireNotNull(TypeDef domain) {
        forbid(
                domain,
                value -> new Expr.NullTest(value, true, false, Origin.NONE),
                SqlState.NOT_NULL_VIOLATION,
                "column \"%s\" of table \"%s\" contains null values");
    }

    /// 23514 when one violates the condition, which is over [Expr.DomainValue].
    void require(TypeDef domain, Expr condition) {
        forbid(
                domain,
                value -> new Expr.BooleanTest(of(condition, value), BooleanTestKind.IS_FALSE, Origin.NONE),
                SqlState.CHECK_VIOLATION,
                "column \"%s\" of table \"%s\" contains values that violate the new constraint");
    }

    private static Expr of(Expr condition, Expr value) {
        return new QueryMapper() {
            @Override
            protected Expr changed(Expr expression, int depth) {
                return expression instanceof Expr.DomainValue read
                        ? new Expr.RelabelType(value, read.type(), read.typmod(), read.collation(), Origin.NONE)
                        : expression;
            }
        }.map(condition, 0);
    }

    private void forbid(TypeDef domain, Function<Expr, Expr> bad, SqlState state, String message) {
        for (TypeUses.Columns uses : new TypeUses(definition).ofDomain(domain.oid())) {
            TableDef table = uses.table();
            for (ColumnDef column : uses.columns()) {
                if (TableRows.any(definition, table, bad.apply(TableExpressions.column(table, column.number())))) {
                    throw new PgException(state, message.formatted(column.name(), table.name()))
                            .table(definition.view().namespaceName(table.namespace()), table.name())
                            .column(column.name());
                }
            }
        }
    }
}
