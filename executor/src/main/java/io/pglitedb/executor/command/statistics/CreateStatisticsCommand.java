package io.pglitedb.executor.command.statistics;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.ExtendedStatistics;
import io.pglitedb.catalog.define.GeneratedNames;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.executor.definition.IndexDefinition;
import io.pglitedb.executor.definition.RelationKinds;
import io.pglitedb.planner.analyzer.ExpressionScope;
import io.pglitedb.planner.ast.DefinitionStatement.CreateStatistics;
import io.pglitedb.planner.ast.DefinitionStatement.StatisticsElement;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// CREATE STATISTICS: an object of the catalog, which ANALYZE does not fill yet. Source of the rules:
/// PostgreSQL's CreateStatistics.
final class CreateStatisticsCommand implements Command<CreateStatistics> {
    private static final int COLUMNS_MAX = 8;
    private static final int BTREE = 403;
    private static final Set<String> SYSTEM_COLUMNS = Set.of("ctid", "xmin", "cmin", "xmax", "cmax", "tableoid");

    @Override
    public Class<CreateStatistics> statement() {
        return CreateStatistics.class;
    }

    @Override
    public String name(CreateStatistics statement) {
        return "CREATE STATISTICS";
    }

    @Override
    public Set<Trait> traits(CreateStatistics statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateStatistics statement, CommandCall call) {
        Definition definition = Definition.of(call);
        if (statement.from().size() != 1 || !(statement.from().getFirst() instanceof RangeVar relation)) {
            throw unsupported("only a single relation is allowed in CREATE STATISTICS");
        }
        TableDef table = definition.relation(relation, LockMode.SHARE_UPDATE_EXCLUSIVE);
        requirePlace(table, definition);
        int namespace = statement.name().isEmpty() ? table.namespace() : definition.namespaceFor(statement.name());
        ExtendedStatistics statistics = new ExtendedStatistics(definition.writer());
        String name = statement.name().isEmpty()
                ? GeneratedNames.choose(
                        table.name(), nameParts(statement), "stat", taken -> statistics.exists(taken, namespace))
                : statement.name().getLast();
        if (statistics.exists(name, namespace)) {
            String exists = "statistics object \"%s\" already exists".formatted(name);
            if (!statement.ifNotExists()) {
                throw new PgException(SqlState.DUPLICATE_OBJECT, exists);
            }
            definition.noticeSkipped(SqlState.DUPLICATE_OBJECT, exists + ", skipping");
            return "CREATE STATISTICS";
        }
        Elements elements = new Elements(table, statement, definition);
        statistics.create(
                name,
                namespace,
                definition.owner(),
                table.oid(),
                elements.columns.stream().sorted().toList(),
                kinds(statement, elements),
                elements.expressions.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                ExpressionReferences.of(elements.expressions, table.oid(), definition.session())));
        return "CREATE STATISTICS";
    }

    private static void requirePlace(TableDef table, Definition definition) {
        if ("rmfp".indexOf(table.kind()) < 0) {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "cannot define statistics for relation \"%s\"".formatted(table.name()))
                    .detail(RelationKinds.notSupported(table.kind()));
        }
        new Ownership(definition).require(table);
        if (table.namespace() == Definition.PG_CATALOG) {
            throw new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    "permission denied: \"%s\" is a system catalog".formatted(table.name()));
        }
    }

    private static String nameParts(CreateStatistics statement) {
        return String.join(
                "_",
                statement.elements().stream()
                        .map(element -> element.column() != null ? element.column() : "expr")
                        .toList());
    }

    private static PgException unsupported(String message) {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, message);
    }

    private static List<Character> kinds(CreateStatistics statement, Elements elements) {
        boolean single = elements.count() == 1;
        if (single && !elements.expressions.isEmpty() && !statement.kinds().isEmpty()) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "when building statistics on a single expression, statistics kinds may not be specified");
        }
        Set<Character> wanted = new HashSet<>();
        for (String kind : statement.kinds()) {
            wanted.add(
                    switch (kind) {
                        case "ndistinct" -> 'd';
                        case "dependencies" -> 'f';
                        case "mcv" -> 'm';
                        default ->
                            throw new PgException(
                                    SqlState.SYNTAX_ERROR, "unrecognized statistics kind \"%s\"".formatted(kind));
                    });
        }
        if (single && elements.expressions.isEmpty()) {
            throw new PgException(SqlState.INVALID_OBJECT_DEFINITION, "extended statistics require at least 2 columns");
        }
        if (wanted.isEmpty() && !single) {
            wanted.addAll(List.of('d', 'f', 'm'));
        }
        List<Character> kinds = new ArrayList<>();
        List.of('d', 'f', 'm').forEach(kind -> {
            if (wanted.contains(kind)) {
                kinds.add(kind);
            }
        });
        if (!elements.expressions.isEmpty()) {
            kinds.add('e');
        }
        return kinds;
    }

    /// What the object is about.
    private static final class Elements {
        final List<Integer> columns = new ArrayList<>();
        final List<Expr> expressions = new ArrayList<>();
        private final TableDef table;
        private final Definition definition;

        Elements(TableDef table, CreateStatistics statement, Definition definition) {
            this.table = table;
            this.definition = definition;
            if (statement.elements().size() > COLUMNS_MAX) {
                throw new PgException(
                        SqlState.TOO_MANY_COLUMNS,
                        "cannot have more than %d columns in statistics".formatted(COLUMNS_MAX));
            }
            boolean several = statement.elements().size() > 1;
            for (StatisticsElement element : statement.elements()) {
                if (element.column() != null) {
                    column(element.column());
                } else {
                    expression(element, several);
                }
            }
            if (new HashSet<>(columns).size() < columns.size()) {
                throw new PgException(SqlState.DUPLICATE_COLUMN, "duplicate column name in statistics definition");
            }
            if (new HashSet<>(expressions).size() < expressions.size()) {
                throw new PgException(SqlState.DUPLICATE_COLUMN, "duplicate expression in statistics definition");
            }
        }

        int count() {
            return columns.size() + expressions.size();
        }

        private void column(String name) {
            ColumnDef column = table.column(name);
            if (column == null && SYSTEM_COLUMNS.contains(name)) {
                throw unsupported("statistics creation on system columns is not supported");
            }
            if (column == null) {
                throw new PgException(SqlState.UNDEFINED_COLUMN, "column \"%s\" does not exist".formatted(name));
            }
            add(column);
        }

        private void add(ColumnDef column) {
            if (new IndexDefinition(definition).defaultOperatorClass(BTREE, column.type()) == 0) {
                throw unsupported(
                        "column \"%s\" cannot be used in statistics because its type %s has no default btree operator class"
                                .formatted(column.name(), definition.view().formatType(column.type())));
            }
            columns.add(column.number());
        }

        private void expression(StatisticsElement element, boolean several) {
            Expr expression = ExpressionScope.forTable(table, definition.view(), definition.session())
                    .statisticsExpression(element.expression());
            if (expression instanceof Expr.Var variable) {
                if (variable.attribute() <= 0) {
                    throw unsupported("statistics creation on system columns is not supported");
                }
                add(table.columns().get(variable.attribute() - 1));
                return;
            }
            if (several && new IndexDefinition(definition).defaultOperatorClass(BTREE, expression.type()) == 0) {
                throw unsupported(
                        "expression cannot be used in multivariate statistics because its type %s has no default btree operator class"
                                .formatted(definition.view().formatType(expression.type())));
            }
            expressions.add(expression);
        }
    }
}
