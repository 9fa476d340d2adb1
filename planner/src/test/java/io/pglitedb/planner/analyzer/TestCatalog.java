package io.pglitedb.planner.analyzer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.catalog.builtin.BuiltinCatalog;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.naming.TypeNames;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SessionContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/// The built-in catalog with what `answers/schema.sql` makes, in schema public.
public final class TestCatalog {
    private static final int PUBLIC = 2200;
    private static final int PAIR = 90100;
    private static final int PAIR_ARRAY = 90101;
    private static final int POSITIVE = 90102;

    private static final List<TableDef> TABLES = List.of(
            table(
                    90000,
                    "t",
                    'r',
                    0,
                    column(1, "a", 23, -1, 0),
                    column(2, "b", 25, -1, 100),
                    column(3, "c", 1700, 655366, 0)),
            table(
                    90001,
                    "k",
                    'r',
                    0,
                    column(1, "id", 23, -1, 0),
                    column(2, "v", 25, -1, 100),
                    column(3, "n", 1700, -1, 0)),
            table(90002, "pair", 'c', PAIR, column(1, "x", 23, -1, 0), column(2, "y", 25, -1, 100)),
            table(
                    90003,
                    "p",
                    'r',
                    0,
                    column(1, "id", 23, -1, 0),
                    column(2, "pos", PAIR, -1, 0),
                    column(3, "nums", 1007, -1, 0),
                    column(4, "pairs", PAIR_ARRAY, -1, 0),
                    column(5, "d", POSITIVE, -1, 0)),
            table(90004, "tv", 'v', 0, column(1, "a", 23, -1, 0), column(2, "b", 25, -1, 100)));

    private static final List<TypeDef> TYPES = List.of(
            type(PAIR, "pair", 'c', 'C', 90002, 0, PAIR_ARRAY, 0, 0),
            type(PAIR_ARRAY, "_pair", 'b', 'A', 0, PAIR, 0, 6179, 0),
            type(POSITIVE, "posint", 'd', 'N', 0, 0, 0, 0, 23));

    private static final ConstraintDef KEY = new ConstraintDef(
            90200,
            "k_pkey",
            PUBLIC,
            'p',
            false,
            false,
            true,
            90001,
            0,
            90201,
            0,
            0,
            ' ',
            ' ',
            ' ',
            true,
            0,
            false,
            List.of(1),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());

    public static final CatalogView CATALOG = (CatalogView) Proxy.newProxyInstance(
            TestCatalog.class.getClassLoader(), new Class<?>[] {CatalogView.class}, (proxy, method, arguments) -> {
                Object own = own(method.getName(), arguments);
                if (own != null) {
                    return own;
                }
                try {
                    return method.invoke(BuiltinCatalog.instance(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    private static final TypeNames NAMES = new TypeNames(CATALOG);

    public static final SessionContext SESSION = (SessionContext) Proxy.newProxyInstance(
            TestCatalog.class.getClassLoader(), new Class<?>[] {SessionContext.class}, (proxy, method, arguments) -> {
                return switch (method.getName()) {
                    case "type" -> BuiltinTypes.get((int) arguments[0]);
                    case "intervalStyle" -> SessionContext.IntervalStyle.POSTGRES;
                    default -> throw new UnsupportedOperationException(method.getName());
                };
            });

    private TestCatalog() {}

    /// Null when the built-in catalog is to answer.
    private static Object own(String question, Object[] arguments) {
        return switch (question) {
            case "table" ->
                TABLES.stream()
                        .filter(table -> matches(arguments, table.oid(), table.name()))
                        .findFirst()
                        .orElse(null);
            case "type" ->
                TYPES.stream()
                        .filter(type -> matches(arguments, type.oid(), type.name()))
                        .findFirst()
                        .orElse(null);
            case "constraints" -> arguments[0].equals(KEY.table()) ? List.of(KEY) : null;
            case "formatType" ->
                arguments.length == 1
                        ? NAMES.format((int) arguments[0])
                        : NAMES.format((int) arguments[0], (int) arguments[1]);
            default -> null;
        };
    }

    private static boolean matches(Object[] arguments, int oid, String name) {
        return arguments.length == 1
                ? arguments[0].equals(oid)
                : arguments[0].equals(PUBLIC) && arguments[1].equals(name);
    }

    private static TableDef table(int oid, String name, char kind, int rowType, ColumnDef... columns) {
        return new TableDef(
                oid,
                name,
                PUBLIC,
                kind,
                'p',
                10,
                rowType,
                0,
                2,
                0,
                List.of(columns),
                TableDef.Traits.PLAIN,
                TableDef.Estimate.UNKNOWN,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static ColumnDef column(int number, String name, int type, int typmod, int collation) {
        return ColumnDef.plain(number, name, type, typmod, collation);
    }

    private static TypeDef type(
            int oid,
            String name,
            char kind,
            char category,
            int relation,
            int element,
            int array,
            int subscript,
            int base) {
        return new TypeDef(
                oid,
                name,
                PUBLIC,
                10,
                -1,
                false,
                kind,
                category,
                false,
                true,
                ',',
                relation,
                element,
                array,
                subscript,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                'i',
                'x',
                false,
                base,
                -1,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Checks on the way that the tree survives its text form.
    public static Query analyze(String sql, ParameterTypes parameters) {
        Query query =
                Analyzer.analyze(SqlParser.parse(sql, ParserSettings.DEFAULT).getFirst(), CATALOG, SESSION, parameters);
        assertEquals(query, NodeTree.readQuery(NodeTree.write(query, SESSION), SESSION), sql);
        return query;
    }
}
