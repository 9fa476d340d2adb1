package io.pglitedb.planner.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.planner.ast.AstExpr.IntegerConst;
import io.pglitedb.planner.ast.AstExpr.XmlExpr;
import io.pglitedb.planner.ast.AstExpr.XmlKind;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.DefinitionStatement.CreateStatistics;
import io.pglitedb.planner.ast.ForeignStatement.CreateForeignTable;
import io.pglitedb.planner.ast.ForeignStatement.CreateUserMapping;
import io.pglitedb.planner.ast.ForeignStatement.CreateWrapper;
import io.pglitedb.planner.ast.FromItem.XmlTable;
import io.pglitedb.planner.ast.OperatorStatement.CreateOperatorClass;
import io.pglitedb.planner.ast.OperatorStatement.FunctionItem;
import io.pglitedb.planner.ast.OperatorStatement.OperatorItem;
import io.pglitedb.planner.ast.ReplicationStatement.CreatePublication;
import io.pglitedb.planner.ast.ReplicationStatement.PublishedCurrentSchema;
import io.pglitedb.planner.ast.ReplicationStatement.PublishedSchema;
import io.pglitedb.planner.ast.ReplicationStatement.PublishedTable;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.planner.ast.RoleStatement.CreateRole;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.SelectStmt.Plain;
import io.pglitedb.planner.ast.SelectStmt.SetOperation;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TriggerStatement.CreatePolicy;
import io.pglitedb.planner.ast.TriggerStatement.CreateRule;
import io.pglitedb.planner.ast.TriggerStatement.CreateTrigger;
import io.pglitedb.planner.ast.TriggerStatement.Event;
import io.pglitedb.planner.ast.TriggerStatement.Timing;
import io.pglitedb.types.error.PgException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the rarer definitions look like as trees.
final class DefinitionsTest {
    private static <T extends Statement> T parse(Class<T> kind, String sql) {
        return assertInstanceOf(
                kind, SqlParser.parse(sql, ParserSettings.DEFAULT).getFirst().statement());
    }

    @Test
    void triggers() {
        CreateTrigger trigger = parse(
                CreateTrigger.class,
                "CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF a, b ON t REFERENCING NEW TABLE AS n FOR EACH ROW"
                        + " WHEN (new.a > 0) EXECUTE FUNCTION s.f(1, 2.5, 'x', word)");
        assertEquals(Timing.BEFORE, trigger.timing());
        assertEquals(Set.of(Event.INSERT, Event.UPDATE), trigger.events());
        assertEquals(List.of("a", "b"), trigger.updateColumns());
        assertEquals(List.of("1", "2.5", "x", "word"), trigger.arguments());
        assertEquals(null, trigger.constraint());
        CreateTrigger constraint = parse(
                CreateTrigger.class,
                "CREATE CONSTRAINT TRIGGER c AFTER DELETE ON t FROM u INITIALLY DEFERRED FOR EACH ROW EXECUTE PROCEDURE f()");
        assertEquals(true, constraint.constraint().deferrable());
        assertEquals("u", constraint.constraint().from().relation());
    }

    @Test
    void oneParenthesizedQueryOfARuleIsAQuery() {
        CreateRule union =
                parse(CreateRule.class, "CREATE RULE r AS ON SELECT TO t DO INSTEAD (SELECT 1) UNION SELECT 2");
        SelectStmt query = assertInstanceOf(SelectStmt.class, union.actions().getFirst());
        assertInstanceOf(SetOperation.class, query.body());
        CreateRule several = parse(
                CreateRule.class,
                "CREATE RULE r AS ON UPDATE TO t WHERE true DO (SELECT 1; ; DELETE FROM u; NOTIFY n)");
        assertEquals(3, several.actions().size());
        assertEquals(
                0,
                parse(CreateRule.class, "CREATE RULE r AS ON DELETE TO t DO NOTHING")
                        .actions()
                        .size());
    }

    @Test
    void policies() {
        CreatePolicy policy = parse(CreatePolicy.class, "CREATE POLICY p ON t AS RESTRICTIVE USING (a) WITH CHECK (b)");
        assertEquals(false, policy.permissive());
        assertEquals(RoleSpec.Kind.PUBLIC, policy.roles().getFirst().kind());
    }

    @Test
    void publishedObjectsTakeTheKindOfTheOneBefore() {
        CreatePublication publication = parse(
                CreatePublication.class,
                "CREATE PUBLICATION p FOR TABLE a (x), b, TABLES IN SCHEMA c, CURRENT_SCHEMA, TABLE d WHERE (y > 1)");
        List<Class<?>> kinds = List.of(
                PublishedTable.class,
                PublishedTable.class,
                PublishedSchema.class,
                PublishedCurrentSchema.class,
                PublishedTable.class);
        assertEquals(kinds, publication.objects().stream().map(Object::getClass).toList());
        assertThrows(PgException.class, () -> SqlParser.parse("CREATE PUBLICATION p FOR a", ParserSettings.DEFAULT));
    }

    @Test
    void operatorClasses() {
        CreateOperatorClass operators = parse(
                CreateOperatorClass.class,
                "CREATE OPERATOR CLASS c DEFAULT FOR TYPE int USING btree FAMILY f AS OPERATOR 1 <,"
                        + " OPERATOR 2 s.<= (int, int) FOR ORDER BY g, FUNCTION 1 (int, int) btint4cmp(int, int), STORAGE int8");
        OperatorItem first =
                assertInstanceOf(OperatorItem.class, operators.items().get(0));
        assertEquals(null, first.operator().left());
        OperatorItem second =
                assertInstanceOf(OperatorItem.class, operators.items().get(1));
        assertEquals(List.of("g"), second.orderFamily());
        FunctionItem function =
                assertInstanceOf(FunctionItem.class, operators.items().get(2));
        assertEquals(2, function.types().size());
    }

    @Test
    void foreignData() {
        CreateWrapper wrapper =
                parse(CreateWrapper.class, "CREATE FOREIGN DATA WRAPPER w HANDLER h NO VALIDATOR OPTIONS (a 'x')");
        assertEquals(
                List.of("handler", "validator"),
                wrapper.functions().stream().map(DefElem::name).toList());
        assertEquals("x", wrapper.options().getFirst().value());
        CreateForeignTable table =
                parse(CreateForeignTable.class, "CREATE FOREIGN TABLE t (a int OPTIONS (b 'c')) SERVER s");
        assertEquals(1, table.table().elements().size());
        parse(CreateUserMapping.class, "CREATE USER MAPPING IF NOT EXISTS FOR CURRENT_USER SERVER s");
        assertEquals("mapping", parse(CreateRole.class, "CREATE USER mapping").name());
    }

    @Test
    void statisticsOnColumnsAndExpressions() {
        CreateStatistics statistics =
                parse(CreateStatistics.class, "CREATE STATISTICS s (mcv) ON a, lower(b), (c + 1) FROM t");
        assertEquals("a", statistics.elements().get(0).column());
        assertEquals(null, statistics.elements().get(1).column());
        assertEquals(3, statistics.elements().size());
    }

    @Test
    void xml() {
        SelectStmt query = parse(
                SelectStmt.class,
                "SELECT xmlroot(x, VERSION NO VALUE, STANDALONE NO) FROM t, XMLTABLE('/r' PASSING x COLUMNS"
                        + " a int PATH 'a' DEFAULT 0 NOT NULL, n FOR ORDINALITY) AS f");
        Plain plain = assertInstanceOf(Plain.class, query.body());
        XmlExpr root =
                assertInstanceOf(XmlExpr.class, plain.targets().getFirst().value());
        assertEquals(XmlKind.ROOT, root.kind());
        assertEquals(new IntegerConst(1, -1), root.arguments().get(2));
        XmlTable table = assertInstanceOf(XmlTable.class, plain.from().get(1));
        assertEquals(true, table.columns().get(0).notNull());
        assertEquals(true, table.columns().get(1).forOrdinality());
    }
}
