package io.pglitedb.planner.analyzer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.error.PgException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expectations are what PostgreSQL 15 says.
class AnalyzerTest {
    private static Query analyze(String sql, ParameterTypes parameters) {
        return TestCatalog.analyze(sql, parameters);
    }

    private static Query analyze(String sql) {
        return analyze(sql, ParameterTypes.none());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + 2 | 23",
                "1 + 2.5 | 1700",
                "9223372036854775807 | 20",
                "`'a' || 'b'` | 25",
                "a + 1.5 from t | 1700",
                "'x' | 25",
                "array[1, 2.0] | 1231",
                "case when true then 1 else 2.5 end | 1700",
                "coalesce(null, 1) | 23",
                "count(*) from t | 20",
                "sum(c) from t | 1700",
                "a in (1, 2) from t | 16",
                "(select a from t) | 23",
                "upper('x') | 25",
                "array_append(array[1], 2) | 1007",
                "current_date | 1082",
                "row(1, 2) < row(1, 3) | 16",
                "1 union select 2.5 | 1700",
                "null union all select a from t order by 1 | 23",
            })
    void resultType(String expression, int type) {
        assertEquals(
                type,
                analyze("select " + expression)
                        .targets()
                        .getFirst()
                        .expression()
                        .type());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select make_interval(days => 1, days => 2) | 42601 | argument name \"days\" used more than once | 33",
                "select make_interval(days => 1, 2) | 42601 | positional argument cannot follow named argument | 33",
                "select make_interval(dais => 1) | 42883 | function make_interval(dais => integer) does not exist | 8",
                "select x from t | 42703 | column \"x\" does not exist | 8",
                "select u.x from t | 42P01 | missing FROM-clause entry for table \"u\" | 8",
                "select a from t, t as s | 42702 | column reference \"a\" is ambiguous | 8",
                "select f(1) | 42883 | function f(integer) does not exist | 8",
                "select 1 + true | 42883 | operator does not exist: integer + boolean | 10",
                "select case when true then 1 else b end from t | 42804 |"
                        + " CASE types text and integer cannot be matched | 28",
                "select a, count(*) from t | 42803 |"
                        + " column \"t.a\" must appear in the GROUP BY clause or be used in an aggregate function | 8",
                "select 1 from t where count(*) > 1 | 42803 | aggregate functions are not allowed in WHERE | 23",
                "select * from nothing | 42P01 | relation \"nothing\" does not exist | 15",
                "insert into t values ('x') | 22P02 | invalid input syntax for type integer: \"x\" | 23",
                "insert into t (a) values (true) | 42804 |"
                        + " column \"a\" is of type integer but expression is of type boolean | 27",
                "update t set z = 1 | 42703 | column \"z\" of relation \"t\" does not exist | 14",
                "select a from t order by 2 | 42P10 | ORDER BY position 2 is not in select list | 26",
                "select 1 union select b from t | 42804 | UNION types integer and text cannot be matched | 23",
                "select 1 where 1 | 42804 | argument of WHERE must be type boolean, not type integer | 16",
            })
    void error(String sql, String state, String message, int position) {
        PgException error = assertThrows(PgException.class, () -> analyze(sql));
        assertEquals(message, error.getMessage());
        assertEquals(state, error.state().code());
        assertEquals(position, error.report().position());
    }

    private static Expr.FunctionCall call(String expression) {
        return (Expr.FunctionCall)
                analyze("select " + expression).targets().getFirst().expression();
    }

    @Test
    void omittedArgumentsTakeTheirDefaults() {
        assertEquals(call("make_interval(0, 0, 0, 3)"), call("make_interval(days => 3)"));
        assertEquals(call("make_interval(2, 0, 0, 3)"), call("make_interval(2, days := 3)"));
        assertEquals(
                call("jsonb_path_exists('1', '$', '{}', false)"),
                call("jsonb_path_exists(path => '$', target => '1')"));
    }

    @Test
    void parametersTakeTheTypeOfTheirPlace() {
        ParameterTypes parameters = ParameterTypes.inferred(List.of());
        analyze("update t set b = $1, c = c + $2 where a = $3", parameters);
        assertEquals(List.of(25, 1700, 23), parameters.oids());
    }

    @Test
    void mergedColumnsComeFirst() {
        Query query = analyze("select * from t join t as s using (b)");
        assertEquals(
                List.of("b", "a", "c", "a", "c"),
                query.targets().stream().map(target -> target.name()).toList());
    }

    @Test
    void outerReferencesCountLevels() {
        Query query = analyze("select (select s.a + t.a from t as s) from t");
        Expr.SubLink link = (Expr.SubLink) query.targets().getFirst().expression();
        Expr.OperatorCall sum =
                (Expr.OperatorCall) link.query().targets().getFirst().expression();
        assertEquals(551, sum.operator());
        assertEquals(1, ((Expr.Var) sum.arguments().get(1)).levelsUp());
    }
}
