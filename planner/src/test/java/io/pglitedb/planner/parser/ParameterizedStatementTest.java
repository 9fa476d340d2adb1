package io.pglitedb.planner.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.pglitedb.planner.ast.AstExpr.OperatorExpr;
import io.pglitedb.planner.ast.AstExpr.ParamRef;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.SelectStmt.Plain;
import io.pglitedb.planner.parser.ParameterizedStatement.Literal;
import io.pglitedb.planner.parser.ParameterizedStatement.LiteralType;
import io.pglitedb.types.error.PgException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParameterizedStatementTest {
    private static ParameterizedStatement of(String sql) {
        return ParameterizedStatement.of(sql, ParserSettings.DEFAULT).orElseThrow();
    }

    private static List<String> literals(String sql) {
        return of(sql).literals().stream()
                .map(literal -> literal.type() + " " + literal.text())
                .toList();
    }

    @Test
    void statementsThatDifferInLiteralsShareAKey() {
        ParameterizedStatement one = of("SELECT abalance FROM pgbench_accounts WHERE aid = 123;");
        ParameterizedStatement other = of("select ABALANCE from pgbench_accounts /* ! */ where aid = -456");
        assertEquals("select \"abalance\" from \"pgbench_accounts\" where \"aid\" = $int4 ", one.key());
        assertEquals(one.key(), other.key());
        assertEquals(List.of(new Literal(LiteralType.INT4, "123", 50)), one.literals());
        assertEquals(List.of(new Literal(LiteralType.INT4, "-456", 58)), other.literals());
    }

    @Test
    void theTreeHasParametersInTheLiteralsPlaces() {
        SelectStmt query = assertInstanceOf(
                SelectStmt.class, of("SELECT 1 FROM t WHERE a = -5").parse().statement());
        Plain plain = assertInstanceOf(Plain.class, query.body());
        OperatorExpr where = assertInstanceOf(OperatorExpr.class, plain.where());
        assertEquals(new ParamRef(1, 26), where.right());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '@',
            value = {
                "INSERT INTO t VALUES (1, 'a', NULL, -2.5), (2, 'b''c', now(), 1e3) ; INT4 1, UNKNOWN a, NUMERIC -2.5, INT4 2, UNKNOWN b'c, NUMERIC 1e3",
                "UPDATE t SET a = a + 5, b = 'x' WHERE c = 7 AND d >= 'y' RETURNING 1 ; INT4 5, UNKNOWN x, INT4 7, UNKNOWN y",
                "DELETE FROM t WHERE a BETWEEN 1 AND 2 OR b IN (3, 4) OR c IN ('p', 'q') ; INT4 1, INT4 2, INT4 3, INT4 4, UNKNOWN p, UNKNOWN q",
                "SELECT 1, a + 2 FROM t JOIN u ON t.x = 3 WHERE a = 4 ORDER BY 5 LIMIT 6 OFFSET 7 ; INT4 3, INT4 4, INT4 6, INT4 7",
                "SELECT a FROM t WHERE a - 5 > -(6 + b) ; INT4 5, INT4 6",
                "SELECT a FROM t WHERE b = 2147483648 OR b = -2147483648 OR b = 9223372036854775808 ; INT8 2147483648, INT4 -2147483648, NUMERIC 9223372036854775808",
                "SELECT a FROM t WHERE b = +3 AND (c = 4 OR NOT d = 'x') ; INT4 3, INT4 4, UNKNOWN x",
            })
    void literalsBecomeParameters(String sql, String expected) {
        assertEquals(expected, String.join(", ", literals(sql)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a + 1 FROM t GROUP BY a + 1",
                "SELECT DISTINCT ON (b) a + 1 FROM t ORDER BY b, a + 1",
                "SELECT a FROM t ORDER BY 1",
                "SELECT a FROM t WHERE b = x::numeric(10, 2)",
                "SELECT a FROM t WHERE b = date '2020-01-01'",
                "SELECT a FROM t WHERE b > now() - interval '1 day'",
                "SELECT a FROM t WHERE b = '5'::int",
                "SELECT a FROM t WHERE b = 5::int8",
                "SELECT a FROM t WHERE b LIKE 'x%'",
                "SELECT a FROM t WHERE b -> 'k' IS NULL",
                "SELECT a FROM t WHERE round(b, 2) IS NULL",
                "SELECT a FROM t WHERE b = ANY ('{1,2}')",
                "SELECT a FROM t WHERE b IN (SELECT c FROM u WHERE d = 1)",
                "SELECT a FROM t WHERE b = ARRAY[1, 2, 3]",
                "SELECT a FROM t WHERE b = '1' || c",
                "SELECT a FROM t WHERE '1' = '2'",
                "SELECT a FROM t WHERE b = - -2147483648",
                "SELECT a FROM t WHERE b = E'x' COLLATE \"C\"",
                "SELECT a FROM t FETCH FIRST 5 ROWS ONLY",
                "SELECT set, a + 1 FROM t GROUP BY set, a + 1",
                "SELECT a FROM (VALUES (1, 2)) v (a, b)",
                "INSERT INTO t (a) SELECT 1 FROM u",
                "INSERT INTO t DEFAULT VALUES ON CONFLICT (a) WHERE b = 1 DO UPDATE SET a = 2 WHERE c = 3",
            })
    void literalsThatMeanMoreThanAValueStay(String sql) {
        assertEquals(List.of(), literals(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BEGIN",
                "CREATE TABLE t AS SELECT 1",
                "WITH x AS (SELECT 1) SELECT * FROM x WHERE a = 1",
                "SELECT a FROM t WHERE b = $1 AND c = 2",
                "SELECT 1; SELECT 2",
                "SELECT 'a",
                "SELECT (1",
                "SELECT 1)",
            })
    void otherStatementsAreNotForTheCache(String sql) {
        assertEquals(
                Optional.empty(),
                ParameterizedStatement.of(sql, ParserSettings.DEFAULT).map(ParameterizedStatement::key));
    }

    @Test
    void keysTellApartWhatIsDifferent() {
        assertNotEquals(
                of("SELECT a FROM t WHERE b = 1").key(),
                of("SELECT a FROM t WHERE b = 1.0").key());
        assertNotEquals(
                of("SELECT a FROM t WHERE b = 1").key(),
                of("SELECT a FROM t WHERE b = '1'").key());
        assertNotEquals(of("SELECT 1").key(), of("SELECT 2").key());
        assertNotEquals(of("SELECT user").key(), of("SELECT \"user\"").key());
        assertNotEquals(of("SELECT 'a'").key(), of("SELECT \"a\"").key());
        assertNotEquals(of("SELECT \"a\"\"b\"").key(), of("SELECT \"a\" \"b\"").key());
        assertNotEquals(
                of("SELECT a FROM t WHERE b IN (1, 2)").key(),
                of("SELECT a FROM t WHERE b IN (1)").key());
        assertEquals(of("SELECT \"a\" FROM T").key(), of("select A from t -- x").key());
    }

    @Test
    void aStatementThatDoesNotParseFailsAsItDoesWithItsLiterals() {
        String sql = "SELECT a FROM t WHERE b = 5 c = 6";
        PgException plain =
                Assertions.assertThrows(PgException.class, () -> SqlParser.parse(sql, ParserSettings.DEFAULT));
        PgException parameterized = Assertions.assertThrows(
                PgException.class, () -> of("SELECT a FROM t WHERE b = 5 c = 6").parse());
        assertEquals(plain.report(), parameterized.report());
    }
}
