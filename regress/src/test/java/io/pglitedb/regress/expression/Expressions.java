package io.pglitedb.regress.expression;

import io.pglitedb.catalog.builtin.BuiltinCatalog;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.analyzer.Analyzer;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.FunctionRegistry;
import java.util.ArrayList;
import java.util.List;

/// Evaluates `SELECT expression, …` in a session at a fixed moment.
final class Expressions {
    private static final SessionContext SESSION = new FixedSession();

    private Expressions() {}

    /// The columns of the one row, a U+001F between them, `\N` for NULL.
    static String evaluate(String sql) {
        Query query = Analyzer.analyze(
                SqlParser.parse(sql, ParserSettings.DEFAULT).getFirst(),
                BuiltinCatalog.instance(),
                SESSION,
                ParameterTypes.none());
        if (!query.rangeTable().isEmpty()
                || query.joinTree().where() != null
                || query.setOperations() != null
                || query.limitCount() != null
                || query.limitOffset() != null) {
            throw PgException.notSupported("a query that is more than its target list");
        }
        ExpressionCompiler compiler =
                new ExpressionCompiler(BuiltinCatalog.instance(), SESSION, FunctionRegistry.standard());
        List<String> columns = new ArrayList<>();
        for (TargetEntry target : query.targets()) {
            if (!target.junk()) {
                Expr expression = target.expression();
                Object value = compiler.compile(expression).evaluate(new Object[0]);
                columns.add(
                        value == null
                                ? "\\N"
                                : BuiltinTypes.get(expression.type())
                                        .toUtf8(value, SESSION)
                                        .toString());
            }
        }
        return String.join("\u001f", columns);
    }
}
