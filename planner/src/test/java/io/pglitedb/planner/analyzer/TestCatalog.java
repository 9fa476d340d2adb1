package io.pglitedb.planner.analyzer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.catalog.builtin.BuiltinCatalog;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
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

/// The built-in catalog with a few tables.
public final class TestCatalog {
    /// create table t (a int, b text, c numeric(10,2))
    private static final TableDef TABLE = new TableDef(
            90000,
            "t",
            11,
            'r',
            'p',
            10,
            0,
            0,
            2,
            0,
            List.of(column(1, "a", 23, -1, 0), column(2, "b", 25, -1, 100), column(3, "c", 1700, 655366, 0)),
            TableDef.Traits.PLAIN,
            TableDef.Estimate.UNKNOWN,
            List.of(),
            Optional.empty(),
            Optional.empty());

    public static final CatalogView CATALOG = (CatalogView) Proxy.newProxyInstance(
            TestCatalog.class.getClassLoader(), new Class<?>[] {CatalogView.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("table")
                        && (arguments.length == 2 ? arguments[1].equals("t") : arguments[0].equals(90000))) {
                    return TABLE;
                }
                try {
                    return method.invoke(BuiltinCatalog.instance(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    public static final SessionContext SESSION = (SessionContext) Proxy.newProxyInstance(
            TestCatalog.class.getClassLoader(), new Class<?>[] {SessionContext.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("type")) {
                    return BuiltinTypes.get((int) arguments[0]);
                }
                throw new UnsupportedOperationException(method.getName());
            });

    private static ColumnDef column(int number, String name, int type, int typmod, int collation) {
        return ColumnDef.plain(number, name, type, typmod, collation);
    }

    private TestCatalog() {}

    public static Query analyze(String sql, ParameterTypes parameters) {
        Query query =
                Analyzer.analyze(SqlParser.parse(sql, ParserSettings.DEFAULT).getFirst(), CATALOG, SESSION, parameters);
        assertEquals(query, NodeTree.readQuery(NodeTree.write(query, SESSION), SESSION), sql);
        return query;
    }
}
