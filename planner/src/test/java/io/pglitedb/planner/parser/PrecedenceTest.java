package io.pglitedb.planner.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.BoolExpr;
import io.pglitedb.planner.ast.AstExpr.ColumnRef;
import io.pglitedb.planner.ast.AstExpr.FuncCall;
import io.pglitedb.planner.ast.AstExpr.IntegerConst;
import io.pglitedb.planner.ast.AstExpr.ListExpr;
import io.pglitedb.planner.ast.AstExpr.NullTest;
import io.pglitedb.planner.ast.AstExpr.OperatorExpr;
import io.pglitedb.planner.ast.AstExpr.TypeCast;
import io.pglitedb.types.error.PgException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What binds tighter: each expression printed with all its parentheses.
final class PrecedenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '@',
            value = {
                "a + b * c ; (a + (b * c))",
                "- 2 ^ 2 ; (-2 ^ 2)",
                "- a ^ 2 ; ((- a) ^ 2)",
                "2 ^ 3 ^ 2 ; ((2 ^ 3) ^ 2)",
                "-1::int4 ; (- 1::int4)",
                "NOT a = b ; (NOT (a = b))",
                "a = b IS NULL ; ((a = b) IS NULL)",
                "a IS NULL IS NULL ; ((a IS NULL) IS NULL)",
                "a IN (1) IN (b) ; ((a = [1]) = [b])",
                "a OR b AND NOT c ; (a OR (b AND (NOT c)))",
                "a AND b AND c ; (a AND b AND c)",
                "a BETWEEN 1 AND 2 AND b ; ((a BETWEEN [1 2]) AND b)",
                "a < b + 1 && c ; (a < ((b + 1) && c))",
                "a || b ILIKE c OR d ; (((a || b) ~~* c) OR d)",
                "a AT TIME ZONE b + c ; (timezone(b a) + c)",
                "a OPERATOR(pg_catalog.+) b * c ; (a pg_catalog.+ (b * c))",
                "a NOT IN (1, 2) ; (a <> [1 2])",
                "a*-b ; (a * (- b))",
            })
    void operators(String text, String shape) {
        assertEquals(shape, show(SqlParser.parseExpression(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '@',
            value = {
                "a < b < c ; syntax error at or near \"<\" ; 7",
                "a IS DISTINCT FROM b IS NULL ; syntax error at or near \"IS\" ; 22",
                "a IN (1) = b = c ; syntax error at or near \"=\" ; 14",
                "(1 + ; syntax error at end of input ; 5",
                "'a ; unterminated quoted string at or near \"'a\" ; 1",
                "123abc ; trailing junk after numeric literal at or near \"123abc\" ; 1",
            })
    void refusals(String text, String message, int position) {
        PgException error = assertThrows(PgException.class, () -> SqlParser.parseExpression(text));
        assertEquals(message, error.getMessage());
        assertEquals(position, error.report().position());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'commit'", "\"begin\"", "\"select\" 1", "FETCH \"next\" FROM c"})
    void quotedWordsAreNoKeyWords(String statement) {
        PgException error = assertThrows(PgException.class, () -> SqlParser.parse(statement, ParserSettings.DEFAULT));
        assertEquals("42601", error.state().code());
    }

    /// Whether a parenthesis holds a query or an expression shows only behind it; reading both costs no 2^200.
    @Test
    @Timeout(30)
    void nestedSubqueriesTakeNoExponentialTime() {
        String expression = "1";
        String join = "t";
        for (int depth = 0; depth < 200; depth++) {
            expression = "((SELECT " + expression + ") + 1)";
            join = "((SELECT 1 FROM " + join + ") a" + depth + " CROSS JOIN t)";
        }
        SqlParser.parseExpression(expression);
        SqlParser.parse("SELECT 1 FROM " + join, ParserSettings.DEFAULT);
    }

    @Test
    void deepNestingIsRefusedNotOverflown() {
        String text = "(".repeat(100_000) + "1" + ")".repeat(100_000);
        PgException error = assertThrows(PgException.class, () -> SqlParser.parseExpression(text));
        assertEquals("54001", error.state().code());
    }

    private static String show(AstExpr expression) {
        return switch (expression) {
            case IntegerConst constant -> Integer.toString(constant.value());
            case ColumnRef column -> String.join(".", column.fields());
            case NullTest test -> "(" + show(test.argument()) + (test.isNull() ? " IS NULL)" : " IS NOT NULL)");
            case TypeCast cast ->
                show(cast.argument()) + "::" + cast.type().names().getLast();
            case ListExpr list -> "[" + show(list.elements(), " ") + "]";
            case FuncCall call -> call.name().getLast() + "(" + show(call.arguments(), " ") + ")";
            case BoolExpr bool ->
                bool.arguments().size() == 1
                        ? "(NOT " + show(bool.arguments().getFirst()) + ")"
                        : "(" + show(bool.arguments(), " " + bool.kind() + " ") + ")";
            case OperatorExpr operator -> {
                String name = String.join(".", operator.name());
                yield operator.left() == null
                        ? "(" + name + " " + show(operator.right()) + ")"
                        : "(" + show(operator.left()) + " " + name + " " + show(operator.right()) + ")";
            }
            default -> expression.toString();
        };
    }

    private static String show(List<AstExpr> expressions, String separator) {
        return expressions.stream().map(PrecedenceTest::show).collect(Collectors.joining(separator));
    }
}
