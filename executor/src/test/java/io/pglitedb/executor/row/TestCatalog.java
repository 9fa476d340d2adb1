package io.pglitedb.executor.row;

import io.pglitedb.catalog.builtin.BuiltinCatalog;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.analyzer.Analyzer;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.types.SessionContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The built-in catalog with tables, indexes and constraints that a test declares.
final class TestCatalog {
    private static final int PUBLIC = 2200;
    private static final int BTREE = 403;

    private final RowStore store;
    private final Map<Integer, TableDef> tables = new LinkedHashMap<>();
    private final Map<Integer, IndexDef> indexes = new LinkedHashMap<>();
    private final Map<Integer, ConstraintDef> constraints = new LinkedHashMap<>();
    private int nextOid = 20_000;
    final CatalogView view;
    final SessionContext session;

    TestCatalog(RowStore store) {
        this.store = store;
        CatalogView builtin = BuiltinCatalog.instance();
        view = (CatalogView) Proxy.newProxyInstance(
                TestCatalog.class.getClassLoader(), new Class<?>[] {CatalogView.class}, (proxy, method, arguments) -> {
                    Object own = own(method.getName(), arguments);
                    if (own != null) {
                        return own;
                    }
                    try {
                        return method.invoke(builtin, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        session = new TestSession(() -> view);
    }

    private Object own(String method, Object[] arguments) {
        return switch (method) {
            case "table" ->
                arguments.length == 1
                        ? tables.get(arguments[0])
                        : tables.values().stream()
                                .filter(table -> table.name().equals(arguments[1])
                                        && Objects.equals(table.namespace(), arguments[0]))
                                .findFirst()
                                .orElse(null);
            case "indexes" ->
                tables.containsKey(arguments[0])
                        ? indexes.values().stream()
                                .filter(index -> index.table() == (int) arguments[0])
                                .toList()
                        : null;
            case "index" -> indexes.get(arguments[0]);
            case "constraints" ->
                tables.containsKey(arguments[0])
                        ? constraints.values().stream()
                                .filter(constraint -> constraint.table() == (int) arguments[0])
                                .toList()
                        : null;
            case "referencingConstraints" ->
                constraints.values().stream()
                        .filter(constraint -> constraint.referencedTable() == (int) arguments[0])
                        .toList();
            case "constraint" -> constraints.get(arguments[0]);
            default -> null;
        };
    }

    /// @param columns `name type [not null] [default …] [generated …]`
    TableDef table(String name, String... columns) {
        int oid = nextOid++;
        List<ColumnDef> defs = new ArrayList<>();
        for (String column : columns) {
            String[] words = column.split(" ", 3);
            String rest = words.length > 2 ? words[2] : "";
            int type = BuiltinCatalog.instance().type(11, words[1]).oid();
            defs.add(new ColumnDef(
                    defs.size() + 1,
                    words[0],
                    type,
                    -1,
                    0,
                    BuiltinCatalog.instance().type(type).collation(),
                    rest.contains("not null"),
                    Optional.empty(),
                    ' ',
                    ' ',
                    false,
                    -1,
                    true,
                    0,
                    -1,
                    'p',
                    ' ',
                    List.of(),
                    Optional.empty(),
                    Optional.empty()));
        }
        TableDef table = define(oid, name, store.allocateNumber(), defs);
        for (int i = 0; i < columns.length; i++) {
            String[] words = columns[i].split(" ", 3);
            String rest = words.length > 2 ? words[2] : "";
            int generated = rest.indexOf("generated ");
            int defaulted = rest.indexOf("default ");
            if (generated >= 0 || defaulted >= 0) {
                String text = rest.substring(generated >= 0 ? generated + 10 : defaulted + 8);
                String tree = tree(expression(table, text));
                ColumnDef plain = defs.get(i);
                defs.set(i, with(plain, Optional.of(tree), generated >= 0 ? 's' : ' '));
                table = define(oid, name, table.storage(), defs);
            }
        }
        return table;
    }

    private static ColumnDef with(ColumnDef column, Optional<String> expression, char generated) {
        return new ColumnDef(
                column.number(),
                column.name(),
                column.type(),
                column.typmod(),
                column.dimensions(),
                column.collation(),
                column.notNull(),
                expression,
                ' ',
                generated,
                false,
                -1,
                true,
                0,
                -1,
                'p',
                ' ',
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private TableDef define(int oid, String name, int storage, List<ColumnDef> columns) {
        TableDef table = new TableDef(
                oid,
                name,
                PUBLIC,
                'r',
                'p',
                10,
                0,
                0,
                2,
                storage,
                columns,
                TableDef.Traits.PLAIN,
                TableDef.Estimate.UNKNOWN,
                List.of(),
                Optional.empty(),
                Optional.empty());
        tables.put(oid, table);
        return table;
    }

    private String tree(Expr expression) {
        return NodeTree.write(expression, session);
    }

    private Expr expression(TableDef table, String text) {
        return Analyzer.analyze(
                        SqlParser.parse("SELECT " + text + " FROM " + table.name(), ParserSettings.DEFAULT)
                                .getFirst(),
                        view,
                        session,
                        ParameterTypes.none())
                .targets()
                .getFirst()
                .expression();
    }

    /// @param columns `name [desc] [nulls first]`; an expression in parentheses
    IndexDef index(String name, TableDef table, boolean unique, String predicate, String... columns) {
        return index(name, table, unique, true, predicate, List.of(), columns);
    }

    IndexDef index(
            String name,
            TableDef table,
            boolean unique,
            boolean immediate,
            String predicate,
            List<Integer> included,
            String... columns) {
        List<IndexDef.Key> keys = new ArrayList<>();
        List<Expr> expressions = new ArrayList<>();
        for (String column : columns) {
            boolean descending = column.contains(" desc");
            boolean nullsFirst = column.contains(" nulls first") || descending && !column.contains(" nulls last");
            Expr key = expression(table, column.split(" desc| nulls", 2)[0]);
            int number = key instanceof Expr.Var variable ? variable.attribute() : 0;
            if (number == 0) {
                expressions.add(key);
            }
            int operatorClass = BuiltinCatalog.instance().defaultOperatorClass(BTREE, key.type());
            keys.add(new IndexDef.Key(number, operatorClass, key.collation(), descending, nullsFirst));
        }
        IndexDef index = new IndexDef(
                nextOid++,
                name,
                PUBLIC,
                table.oid(),
                BTREE,
                store.allocateNumber(),
                unique,
                false,
                false,
                false,
                immediate,
                false,
                true,
                true,
                false,
                keys,
                included,
                expressions.isEmpty() ? Optional.empty() : Optional.of(NodeTree.write(expressions, session)),
                Optional.ofNullable(predicate).map(text -> tree(expression(table, text))));
        indexes.put(index.oid(), index);
        return index;
    }

    void check(String name, TableDef table, String expression) {
        constraint(
                name,
                'c',
                false,
                false,
                table.oid(),
                0,
                0,
                ' ',
                ' ',
                ' ',
                List.of(),
                List.of(),
                List.of(),
                Optional.of(tree(expression(tables.get(table.oid()), expression))));
    }

    void uniqueConstraint(IndexDef index, boolean initiallyDeferred) {
        constraint(
                index.name(),
                'u',
                true,
                initiallyDeferred,
                index.table(),
                index.oid(),
                0,
                ' ',
                ' ',
                ' ',
                index.keys().stream().map(IndexDef.Key::column).toList(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /// @param actions ON UPDATE, ON DELETE, MATCH as in pg_constraint: `aas`
    void foreignKey(
            String name,
            TableDef table,
            List<Integer> columns,
            IndexDef referenced,
            String actions,
            boolean deferrable,
            boolean initiallyDeferred) {
        List<Integer> referencedColumns =
                referenced.keys().stream().map(IndexDef.Key::column).toList();
        List<Integer> operators = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int left = tables.get(referenced.table())
                    .columns()
                    .get(referencedColumns.get(i) - 1)
                    .type();
            int right = table.columns().get(columns.get(i) - 1).type();
            operators.add(BuiltinCatalog.instance().operators("=").stream()
                    .filter(operator -> operator.leftType() == left && operator.rightType() == right)
                    .findFirst()
                    .orElseThrow()
                    .oid());
        }
        constraint(
                name,
                'f',
                deferrable,
                initiallyDeferred,
                table.oid(),
                referenced.oid(),
                referenced.table(),
                actions.charAt(0),
                actions.charAt(1),
                actions.charAt(2),
                columns,
                referencedColumns,
                operators,
                Optional.empty());
    }

    private void constraint(
            String name,
            char kind,
            boolean deferrable,
            boolean initiallyDeferred,
            int table,
            int index,
            int referencedTable,
            char onUpdate,
            char onDelete,
            char match,
            List<Integer> columns,
            List<Integer> referencedColumns,
            List<Integer> operators,
            Optional<String> expression) {
        int oid = nextOid++;
        constraints.put(
                oid,
                new ConstraintDef(
                        oid,
                        name,
                        PUBLIC,
                        kind,
                        deferrable,
                        initiallyDeferred,
                        true,
                        table,
                        0,
                        index,
                        0,
                        referencedTable,
                        onUpdate,
                        onDelete,
                        match,
                        true,
                        0,
                        false,
                        columns,
                        referencedColumns,
                        operators,
                        List.of(),
                        List.of(),
                        expression));
    }
}
