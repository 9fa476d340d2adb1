package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.PartitionKeyDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.backend.InternalQuery;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.analyzer.ExpressionScope;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.TableStatement;
import io.pglitedb.planner.partition.PartitionKey;
import io.pglitedb.planner.print.PartitionPrinter;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.PartitionBound;
import io.pglitedb.planner.query.PartitionBound.Datum;
import io.pglitedb.planner.query.PartitionBound.Kind;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// FOR VALUES, as it is written, becomes a bound. Source: PostgreSQL's transformPartitionBound.
final class PartitionBounds {
    private final Definition definition;
    private final CatalogView view;
    private final TableDef parent;
    private final PartitionKey key;

    PartitionBounds(Definition definition, TableDef parent) {
        this.definition = definition;
        this.view = definition.view();
        this.parent = parent;
        this.key = PartitionKey.of(parent, view, definition.session());
    }

    PartitionBound read(TableStatement.PartitionBound raw) {
        return switch (raw) {
            case TableStatement.DefaultBound _ -> {
                if (key.strategy() == 'h') {
                    throw new PgException(
                            SqlState.INVALID_TABLE_DEFINITION,
                            "a hash-partitioned table may not have a default partition");
                }
                yield new PartitionBound.Default();
            }
            case TableStatement.HashBound hash -> {
                require('h', hash.location());
                yield hash(hash);
            }
            case TableStatement.ListBound list -> {
                require('l', list.location());
                yield list(list);
            }
            case TableStatement.RangeBound range -> {
                require('r', range.location());
                yield range(range);
            }
        };
    }

    private void require(char strategy, int location) {
        if (key.strategy() != strategy) {
            String name = switch (key.strategy()) {
                case 'h' -> "hash";
                case 'l' -> "list";
                default -> "range";
            };
            throw invalid("invalid bound specification for a %s partition".formatted(name))
                    .at(location + 1);
        }
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_TABLE_DEFINITION, message);
    }

    private static PartitionBound hash(TableStatement.HashBound hash) {
        if (hash.modulus() <= 0) {
            throw invalid("modulus for hash partition must be an integer value greater than zero");
        }
        if (hash.remainder() >= hash.modulus()) {
            throw invalid("remainder for hash partition must be less than modulus");
        }
        return new PartitionBound.Hash(hash.modulus(), hash.remainder());
    }

    private PartitionBound list(TableStatement.ListBound list) {
        List<Expr> values = new ArrayList<>();
        for (AstExpr raw : list.values()) {
            Expr value = value(raw, 0);
            Object datum = ((Expr.Const) value).value();
            boolean known = values.stream().anyMatch(other -> {
                Object before = ((Expr.Const) other).value();
                return before == null || datum == null
                        ? before == datum
                        : key.columns().getFirst().type().compare(before, datum) == 0;
            });
            if (!known) {
                values.add(value);
            }
        }
        return new PartitionBound.Values(values);
    }

    private PartitionBound range(TableStatement.RangeBound range) {
        if (range.from().size() != key.columns().size()) {
            throw invalid("FROM must specify exactly one value per partitioning column");
        }
        if (range.to().size() != key.columns().size()) {
            throw invalid("TO must specify exactly one value per partitioning column");
        }
        return new PartitionBound.Range(end(range.from()), end(range.to()));
    }

    private List<Datum> end(List<AstExpr> raw) {
        List<Datum> end = new ArrayList<>();
        for (int column = 0; column < raw.size(); column++) {
            Kind kind = infinite(raw.get(column));
            Kind before = column == 0 ? Kind.VALUE : end.get(column - 1).kind();
            if (before != Kind.VALUE && kind != before) {
                throw new PgException(
                                SqlState.DATATYPE_MISMATCH,
                                "every bound following %s must also be %s".formatted(before, before))
                        .at(raw.get(column).location() + 1);
            }
            if (kind != Kind.VALUE) {
                end.add(new Datum(kind, null));
                continue;
            }
            Expr value = value(raw.get(column), column);
            if (((Expr.Const) value).isNull()) {
                throw invalid("cannot specify NULL in range bound");
            }
            end.add(new Datum(Kind.VALUE, value));
        }
        return end;
    }

    private static Kind infinite(AstExpr raw) {
        if (raw instanceof AstExpr.ColumnRef reference && reference.fields().size() == 1) {
            return switch (reference.fields().getFirst()) {
                case "minvalue" -> Kind.MINVALUE;
                case "maxvalue" -> Kind.MAXVALUE;
                default -> Kind.VALUE;
            };
        }
        return Kind.VALUE;
    }

    /// The value as a constant of the key column's type.
    private Expr value(AstExpr raw, int column) {
        Expr of = key.columns().get(column).expression();
        PartitionKeyDef keyDefinition = key.definition();
        int number = keyDefinition.columns().get(column);
        String name = number == 0
                ? new PartitionPrinter(view, definition.session()).expression(of, parent)
                : parent.columns().get(number - 1).name();
        Expr value = ExpressionScope.empty(view, definition.session(), ParameterTypes.none())
                .partitionBound(
                        raw,
                        name,
                        of.type(),
                        of.typmod(),
                        keyDefinition.collations().get(column));
        if (value instanceof Expr.Const) {
            return value;
        }
        Object computed = InternalQuery.first(
                new QueryBuilder()
                        .targets(List.of(new TargetEntry(value, 1, "value", false)))
                        .build(),
                definition.backend())[0];
        return new Expr.Const(computed, of.type(), of.typmod(), value.collation(), Origin.NONE);
    }
}
