package io.pglitedb.executor.row.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.catalog.builtin.BuiltinCatalog;
import io.pglitedb.executor.row.TestSession;
import io.pglitedb.planner.analyzer.Analyzer;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.FunctionRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From text to value: parsed, analyzed, compiled, evaluated and printed. Expectations are PostgreSQL 15's
/// answers.
final class ExpressionTest {
    private static final SessionContext SESSION = new TestSession(BuiltinCatalog::instance);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '@',
            value = {
                "1 + 2 * 3 ; 7",
                "7 / 2 ; 3",
                "7.0 / 2 ; 3.5000000000000000",
                "-7 % 3 ; -1",
                "2 ^ 10 ; 1024",
                "'abc' || 'def' ; abcdef",
                "upper('abc') ; ABC",
                "substring('abcdef' from 2 for 3) ; bcd",
                "position('c' in 'abc') ; 3",
                "trim(both 'x' from 'xxaxx') ; a",
                "'abc' LIKE 'a%' ; t",
                "1 IN (1, 2, NULL) ; t",
                "3 IN (1, 2, NULL) ; NULL",
                "3 = ANY (ARRAY[1, 3]) ; t",
                "NULL AND false ; f",
                "NULL OR false ; NULL",
                "NOT NULL::bool ; NULL",
                "NULL IS DISTINCT FROM 1 ; t",
                "nullif(2, 2) ; NULL",
                "coalesce(NULL, 5) ; 5",
                "greatest(1, NULL, 3) ; 3",
                "CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END ; b",
                "CASE WHEN false THEN 1 END ; NULL",
                "'42'::int + 1 ; 43",
                "3.7::int ; 4",
                "5::text || 'x' ; 5x",
                "numeric '1.10' = 1.1 ; t",
                "date '2024-02-29' + 1 ; 2024-03-01",
                "timestamp '2024-01-31 10:00' + interval '1 month' ; 2024-02-29 10:00:00",
                "ARRAY[1, 2] || 3 ; {1,2,3}",
                "'{\"a\": [1, 2]}'::jsonb -> 'a' ; [1, 2]",
                "'{\"a\": 1}'::jsonb @> '{}' ; t",
                "md5('') ; d41d8cd98f00b204e9800998ecf8427e",
                "round(2.5, 0) ; 3",
                "round(2.5::float8) ; 2",
                "gcd(12, 18) ; 6",
                "1 BETWEEN 0 AND 2 ; t",
            })
    void values(String expression, String text) {
        assertEquals(text, evaluate(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '@',
            value = {
                "1 / 0 ; 22012 ; division by zero",
                "2147483647 + 1 ; 22003 ; integer out of range",
                "'x'::int ; 22P02 ; invalid input syntax for type integer: \"x\"",
                "300::smallint * 300::smallint ; 22003 ; smallint out of range",
            })
    void errors(String expression, String state, String message) {
        PgException error = assertThrows(PgException.class, () -> evaluate(expression));
        assertEquals(message, error.getMessage());
        assertEquals(state, error.state().code());
    }

    @Test
    void whatIsMissingSaysSo() {
        PgException error = assertThrows(PgException.class, () -> evaluate("binary_upgrade_set_next_pg_type_oid(1)"));
        assertEquals("0A000", error.state().code());
        assertEquals("function binary_upgrade_set_next_pg_type_oid(oid) is not supported yet", error.getMessage());
    }

    private static String evaluate(String expression) {
        Expr analyzed = Analyzer.analyze(
                        SqlParser.parse("SELECT " + expression, ParserSettings.DEFAULT)
                                .getFirst(),
                        BuiltinCatalog.instance(),
                        SESSION,
                        ParameterTypes.none())
                .targets()
                .getFirst()
                .expression();
        Object value = new ExpressionCompiler(BuiltinCatalog.instance(), SESSION, FunctionRegistry.standard())
                .compile(analyzed)
                .evaluate(new Object[0]);
        return value == null
                ? "NULL"
                : BuiltinTypes.get(analyzed.type()).toUtf8(value, SESSION).toString();
    }
}
