package io.pglitedb.planner.analyzer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.error.PgException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expectations are what PostgreSQL 15 says to the commands that hold such expressions; positions count from the
/// start of the expression.
class ExpressionScopeTest {
    private static final TableDef TABLE = TestCatalog.CATALOG.table(2200, "t");

    private static ExpressionScope table() {
        return ExpressionScope.forTable(TABLE, TestCatalog.CATALOG, TestCatalog.SESSION);
    }

    private static ExpressionScope empty() {
        return ExpressionScope.empty(TestCatalog.CATALOG, TestCatalog.SESSION, ParameterTypes.none());
    }

    private static Expr analyze(String place, String text) {
        AstExpr raw = SqlParser.parseExpression(text);
        return switch (place) {
            case "default" -> table().columnDefault(raw, "a", 23, -1);
            case "generated" -> table().generatedColumn(raw, "a", 23, -1);
            case "check" -> table().check(raw);
            case "domain" ->
                ExpressionScope.forDomain(25, -1, TestCatalog.CATALOG, TestCatalog.SESSION)
                        .check(raw);
            case "index" -> table().indexExpression(raw);
            case "predicate" -> table().indexPredicate(raw);
            case "partition" -> table().partitionExpression(raw);
            case "bound" -> empty().partitionBound(raw, "a", 23, -1, 0);
            case "copy" -> table().copyWhere(raw);
            case "using" -> table().columnConversion(raw, TABLE.column("b"), 23, -1);
            case "execute" -> empty().executeArgument(raw, 1, 23);
            case "when" ->
                ExpressionScope.forTrigger(TABLE, TestCatalog.CATALOG, TestCatalog.SESSION)
                        .triggerWhen(raw);
            case "policy" -> table().policy(raw);
            case "function" -> empty().functionDefault(raw, 23);
            default -> throw new IllegalArgumentException(place);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "default | 1 + 1",
                "default | '7'",
                "default | 2.5",
                "default | random()",
                "generated | a * 2",
                "check | a > 0 and t.b <> '' and tableoid > 0",
                "domain | length(value) > 3",
                "index | lower(b)",
                "predicate | a is not null",
                "partition | a % 10",
                "bound | 1.5",
                "copy | a > 1",
                "using | length(b)",
                "execute | 1.7",
                "when | old.a <> new.a",
                "policy | b = current_user",
                "policy | a in (select k.id from k where k.v = t.b)",
                "function | 2.5",
            })
    void accepted(String place, String text) {
        Expr value = analyze(place, text);
        assertEquals(value, NodeTree.readExpression(NodeTree.write(value, TestCatalog.SESSION), TestCatalog.SESSION));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "default | a | 0A000 | cannot use column reference in DEFAULT expression | 1",
                "default | (select 1) | 0A000 | cannot use subquery in DEFAULT expression | 1",
                "default | 1 + count(*) | 42803 | aggregate functions are not allowed in DEFAULT expressions | 5",
                "default | generate_series(1,2) | 0A000 | set-returning functions are not allowed in DEFAULT expressions | 1",
                "default | row_number() over () | 42P20 | window functions are not allowed in DEFAULT expressions | 1",
                "default | true | 42804 |"
                        + " column \"a\" is of type integer but default expression is of type boolean | 0",
                "default | 'x' | 22P02 | invalid input syntax for type integer: \"x\" | 1",
                "generated | random() | 42P17 | generation expression is not immutable | 0",
                "generated | xmin::text::int | 42P10 |"
                        + " cannot use system column \"xmin\" in column generation expression | 1",
                "generated | (t.*)::text::int | 42P17 |"
                        + " cannot use whole-row variable in column generation expression | 2",
                "generated | (select 1) | 0A000 | cannot use subquery in column generation expression | 1",
                "check | a | 42804 | argument of CHECK must be type boolean, not type integer | 1",
                "check | zz > 0 | 42703 | column \"zz\" does not exist | 1",
                "check | k.id > 0 | 42P01 | missing FROM-clause entry for table \"k\" | 1",
                "check | exists (select 1) | 0A000 | cannot use subquery in check constraint | 1",
                "check | sum(a) > 1 | 42803 | aggregate functions are not allowed in check constraints | 1",
                "check | ctid is null | 42P10 | system column \"ctid\" reference in check constraint is invalid | 1",
                "domain | a > 1 | 42703 | column \"a\" does not exist | 1",
                "domain | value | 42804 | argument of CHECK must be type boolean, not type text | 1",
                "index | now() | 42P17 | functions in index expression must be marked IMMUTABLE | 0",
                "index | sum(a) | 42803 | aggregate functions are not allowed in index expressions | 1",
                "index | (select 1) | 0A000 | cannot use subquery in index expression | 1",
                "predicate | a | 42804 | argument of WHERE must be type boolean, not type integer | 1",
                "predicate | now() is null | 42P17 | functions in index predicate must be marked IMMUTABLE | 0",
                "partition | random() | 42P17 | functions in partition key expression must be marked IMMUTABLE | 0",
                "partition | sum(a) | 42803 | aggregate functions are not allowed in partition key expressions | 1",
                "bound | a | 0A000 | cannot use column reference in partition bound expression | 1",
                "bound | (select 1) | 0A000 | cannot use subquery in partition bound | 1",
                "bound | true | 42804 | specified value cannot be cast to type integer for column \"a\" | 1",
                "copy | a | 42804 | argument of WHERE must be type boolean, not type integer | 1",
                "copy | sum(a) > 1 | 42803 | aggregate functions are not allowed in COPY FROM WHERE conditions | 1",
                "copy | a in (select 1) | 0A000 | cannot use subquery in COPY FROM WHERE condition | 3",
                "using | b | 42804 |"
                        + " result of USING clause for column \"b\" cannot be cast automatically to type integer | 0",
                "using | (select 1) | 0A000 | cannot use subquery in transform expression | 1",
                "execute | true | 42804 |"
                        + " parameter $1 of type boolean cannot be coerced to the expected type integer | 1",
                "execute | (select 1) | 0A000 | cannot use subquery in EXECUTE parameter | 1",
                "execute | x | 42703 | column \"x\" does not exist | 1",
                "when | a > 1 | 42702 | column reference \"a\" is ambiguous | 1",
                "when | exists (select 1) | 0A000 | cannot use subquery in trigger WHEN condition | 1",
                "when | old.a | 42804 | argument of WHEN must be type boolean, not type integer | 1",
                "policy | a | 42804 | argument of POLICY must be type boolean, not type integer | 1",
                "policy | sum(a) > 1 | 42803 | aggregate functions are not allowed in policy expressions | 1",
                "function | true | 42804 | argument of DEFAULT must be type integer, not type boolean | 1",
                "function | (select 1) | 0A000 | cannot use subquery in DEFAULT expression | 1",
            })
    void refused(String place, String text, String state, String message, int position) {
        PgException error = assertThrows(PgException.class, () -> analyze(place, text));
        assertEquals(message, error.getMessage());
        assertEquals(state, error.state().code());
        assertEquals(position, error.report().position());
    }

    @Test
    void columnConversionWithoutUsing() {
        assertEquals(
                20, table().columnConversion(null, TABLE.column("a"), 20, -1).type());
        PgException error =
                assertThrows(PgException.class, () -> table().columnConversion(null, TABLE.column("b"), 23, -1));
        assertEquals("column \"b\" cannot be cast automatically to type integer", error.getMessage());
        assertEquals(
                "You might need to specify \"USING b::integer\".",
                error.report().hint());
    }

    @Test
    void assignmentWithoutAWay() {
        Expr text = analyze("index", "lower(b)");
        assertNull(table().assignment(text, 23, -1));
    }

    /// In CREATE TABLE the catalog does not know the table yet.
    @Test
    void tableOutsideTheCatalog() {
        TableDef unknown = new TableDef(
                70000,
                "nova",
                2200,
                'r',
                'p',
                10,
                0,
                0,
                2,
                0,
                TABLE.columns(),
                TableDef.Traits.PLAIN,
                TableDef.Estimate.UNKNOWN,
                TABLE.options(),
                TABLE.partitionBound(),
                TABLE.acl());
        Expr check = ExpressionScope.forTable(unknown, TestCatalog.CATALOG, TestCatalog.SESSION)
                .check(SqlParser.parseExpression("nova.a > 0 and nova is not null and tableoid > 0"));
        assertEquals(16, check.type());
    }
}
