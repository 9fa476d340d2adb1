package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.PartitionKeyDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.define.Partitioning;
import io.pglitedb.executor.definition.ColumnElements;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.executor.definition.IndexDefinition;
import io.pglitedb.planner.analyzer.ExpressionScope;
import io.pglitedb.planner.ast.TableStatement.PartitionElement;
import io.pglitedb.planner.ast.TableStatement.PartitionSpec;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// PARTITION BY. Source: PostgreSQL's transformPartitionSpec and ComputePartitionAttrs.
public final class PartitionKeys {
    private static final int BTREE = 403;
    private static final int HASH = 405;
    private static final int COLUMNS_MAX = 32;
    private static final List<String> SYSTEM_COLUMNS = List.of("ctid", "xmin", "cmin", "xmax", "cmax", "tableoid");

    private final Definition definition;
    private final CatalogView view;
    private final List<Integer> columns = new ArrayList<>();
    private final List<Integer> operatorClasses = new ArrayList<>();
    private final List<Integer> collations = new ArrayList<>();
    private final List<Expr> expressions = new ArrayList<>();

    public PartitionKeys(Definition definition) {
        this.definition = definition;
        this.view = definition.view();
    }

    /// The letter of a strategy; 22023 when there is none of that name.
    public static char strategy(PartitionSpec spec) {
        char strategy = switch (spec.strategy().toLowerCase(Locale.ROOT)) {
            case "hash" -> 'h';
            case "list" -> 'l';
            case "range" -> 'r';
            default ->
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "unrecognized partitioning strategy \"%s\"".formatted(spec.strategy()));
        };
        if (strategy == 'l' && spec.elements().size() > 1) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "cannot use \"list\" partition strategy with more than one column");
        }
        return strategy;
    }

    public void create(TableDef table, PartitionSpec spec) {
        if (spec.elements().size() > COLUMNS_MAX) {
            throw new PgException(
                    SqlState.TOO_MANY_COLUMNS, "cannot partition using more than %d columns".formatted(COLUMNS_MAX));
        }
        char strategy = strategy(spec);
        for (PartitionElement element : spec.elements()) {
            add(table, element, strategy);
        }
        Optional<Expression> computed = expressions.isEmpty()
                ? Optional.empty()
                : Optional.of(ExpressionReferences.of(expressions, table.oid(), definition.session()));
        new Partitioning(definition.writer())
                .create(
                        new PartitionKeyDef(
                                table.oid(),
                                strategy,
                                0,
                                columns,
                                operatorClasses,
                                collations,
                                computed.map(Expression::tree)),
                        computed.map(Expression::references).orElse(java.util.Set.of()));
    }

    private void add(TableDef table, PartitionElement element, char strategy) {
        int type;
        int collation;
        if (element.column() != null) {
            ColumnDef column = column(table, element);
            columns.add(column.number());
            type = column.type();
            collation = column.collation();
        } else {
            Expr expression = ExpressionScope.forTable(table, view, definition.session())
                    .partitionExpression(element.expression());
            type = expression.type();
            collation = expression.collation();
            if (expression instanceof Expr.Var variable && variable.attribute() > 0) {
                requireNotGenerated(table, variable.attribute(), element);
                columns.add(variable.attribute());
            } else {
                requireUsable(expression, table, element);
                columns.add(0);
                expressions.add(expression);
            }
        }
        collations.add(collation(element, type, collation));
        operatorClasses.add(operatorClass(element, type, strategy == 'h' ? HASH : BTREE));
    }

    private static ColumnDef column(TableDef table, PartitionElement element) {
        ColumnDef column = table.column(element.column());
        if (column == null) {
            throw SYSTEM_COLUMNS.contains(element.column())
                    ? new PgException(
                                    SqlState.INVALID_OBJECT_DEFINITION,
                                    "cannot use system column \"%s\" in partition key".formatted(element.column()))
                            .at(element.location() + 1)
                    : new PgException(
                                    SqlState.UNDEFINED_COLUMN,
                                    "column \"%s\" named in partition key does not exist".formatted(element.column()))
                            .at(element.location() + 1);
        }
        requireNotGenerated(table, column.number(), element);
        return column;
    }

    private static void requireNotGenerated(TableDef table, int number, PartitionElement element) {
        ColumnDef column = table.columns().get(number - 1);
        if (column.generated() != ' ') {
            throw new PgException(SqlState.INVALID_OBJECT_DEFINITION, "cannot use generated column in partition key")
                    .detail("Column \"%s\" is a generated column.".formatted(column.name()))
                    .at(element.location() + 1);
        }
    }

    private static void requireUsable(Expr expression, TableDef table, PartitionElement element) {
        HashSet<Integer> read = new HashSet<>();
        collect(expression, read);
        if (read.isEmpty()) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION, "cannot use constant expression as partition key");
        }
        if (read.contains(0)) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "partition key expressions cannot contain whole-row references");
        }
        if (read.stream().anyMatch(number -> number < 0)) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "partition key expressions cannot contain system column references");
        }
        read.forEach(number -> requireNotGenerated(table, number, element));
    }

    private static void collect(Expr expression, HashSet<Integer> read) {
        if (expression instanceof Expr.Var variable) {
            read.add(variable.attribute());
        }
        expression.children().forEach(child -> collect(child, read));
    }

    private int collation(PartitionElement element, int type, int own) {
        boolean collatable = view.type(type).collation() != 0;
        if (!element.collation().isEmpty()) {
            if (!collatable) {
                throw new PgException(
                        SqlState.DATATYPE_MISMATCH,
                        "collations are not supported by type %s".formatted(view.formatType(type, -1)));
            }
            return ColumnElements.namedCollation(view, element.collation(), -1);
        }
        if (collatable && own == 0) {
            throw new PgException(
                            SqlState.INDETERMINATE_COLLATION,
                            "could not determine which collation to use for partition expression")
                    .hint("Use the COLLATE clause to set the collation explicitly.");
        }
        return collatable ? own : 0;
    }

    private int operatorClass(PartitionElement element, int type, int method) {
        IndexDefinition indexes = new IndexDefinition(definition);
        if (!element.operatorClass().isEmpty()) {
            return indexes.namedOperatorClass(method, element.operatorClass(), type);
        }
        int found = indexes.defaultOperatorClass(method, type);
        if (found == 0) {
            String name = view.accessMethod(method).name();
            throw new PgException(
                            SqlState.UNDEFINED_OBJECT,
                            "data type %s has no default operator class for access method \"%s\""
                                    .formatted(view.formatType(type, -1), name))
                    .hint(
                            "You must specify a %s operator class or define a default %s operator class for the data type."
                                    .formatted(name, name));
        }
        return found;
    }
}
