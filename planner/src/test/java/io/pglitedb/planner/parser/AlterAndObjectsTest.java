package io.pglitedb.planner.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.pglitedb.planner.ast.AlterTableStatement.AddColumn;
import io.pglitedb.planner.ast.AlterTableStatement.AlterSequence;
import io.pglitedb.planner.ast.AlterTableStatement.AlterTable;
import io.pglitedb.planner.ast.AlterTableStatement.DropColumn;
import io.pglitedb.planner.ast.AlterTableStatement.Firing;
import io.pglitedb.planner.ast.AlterTableStatement.SetIdentity;
import io.pglitedb.planner.ast.AlterTableStatement.SetTriggerFiring;
import io.pglitedb.planner.ast.AlterTableStatement.TriggerScope;
import io.pglitedb.planner.ast.DatabaseStatement.CreateSchema;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectReference.Named;
import io.pglitedb.planner.ast.ObjectReference.OnRelation;
import io.pglitedb.planner.ast.ObjectReference.Routine;
import io.pglitedb.planner.ast.ObjectStatement.Comment;
import io.pglitedb.planner.ast.ObjectStatement.DropObjects;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.ObjectStatement.RenameColumn;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.planner.ast.RoleStatement.AlterRoleSetting;
import io.pglitedb.planner.ast.RoleStatement.CreateRole;
import io.pglitedb.planner.ast.RoleStatement.RoleWord;
import io.pglitedb.planner.ast.RoutineParameter.Mode;
import io.pglitedb.planner.ast.SessionStatement.SetVariable;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TableStatement.CreateTable;
import io.pglitedb.planner.ast.TableStatement.CreateView;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What ALTER, DROP, COMMENT and the statements about roles, databases and schemas look like as trees.
final class AlterAndObjectsTest {
    private static <T extends Statement> T parse(Class<T> kind, String sql) {
        return assertInstanceOf(
                kind, SqlParser.parse(sql, ParserSettings.DEFAULT).getFirst().statement());
    }

    @Test
    void alterTableHasItsCommandsInOrder() {
        AlterTable alter = parse(
                AlterTable.class,
                "ALTER TABLE IF EXISTS ONLY s.t ADD COLUMN IF NOT EXISTS a int DEFAULT 1, DROP COLUMN b CASCADE,"
                        + " ENABLE ALWAYS TRIGGER tr, ALTER id SET GENERATED ALWAYS SET START WITH 5 RESTART");
        assertEquals(ObjectKind.TABLE, alter.kind());
        assertEquals(false, alter.relation().inherit());
        assertEquals(true, alter.ifExists());
        AddColumn add = assertInstanceOf(AddColumn.class, alter.commands().get(0));
        assertEquals("a", add.column().name());
        assertEquals(true, add.ifNotExists());
        assertEquals(new DropColumn("b", false, true), alter.commands().get(1));
        assertEquals(
                new SetTriggerFiring(TriggerScope.NAMED, "tr", Firing.ALWAYS),
                alter.commands().get(2));
        SetIdentity identity =
                assertInstanceOf(SetIdentity.class, alter.commands().get(3));
        assertEquals(
                List.of("generated", "start", "restart"),
                identity.options().stream().map(DefElem::name).toList());
    }

    @Test
    void alterSequenceIsToldFromAlterTable() {
        assertEquals(
                1,
                parse(AlterSequence.class, "ALTER SEQUENCE s NO CYCLE")
                        .options()
                        .size());
        assertEquals(
                ObjectKind.SEQUENCE,
                parse(AlterTable.class, "ALTER SEQUENCE s OWNER TO joe").kind());
        RenameColumn rename = parse(RenameColumn.class, "ALTER VIEW v RENAME a TO b");
        assertEquals(ObjectKind.VIEW, rename.relationKind());
    }

    @Test
    void rolesHaveOptionsAndSettings() {
        CreateRole role = parse(CreateRole.class, "CREATE USER joe NOLOGIN CONNECTION LIMIT -1 IN ROLE a, PUBLIC");
        assertEquals(RoleWord.USER, role.word());
        assertEquals(
                List.of(
                        new DefElem("canlogin", false, 16),
                        new DefElem("connectionlimit", -1, 24),
                        new DefElem(
                                "addroleto",
                                List.of(
                                        new RoleSpec(RoleSpec.Kind.NAMED, "a", 52),
                                        new RoleSpec(RoleSpec.Kind.PUBLIC, null, 55)),
                                44)),
                role.options());
        AlterRoleSetting setting =
                parse(AlterRoleSetting.class, "ALTER ROLE ALL IN DATABASE d SET search_path TO a, b");
        assertEquals(null, setting.role());
        assertEquals("d", setting.database());
        assertInstanceOf(SetVariable.class, setting.setting());
    }

    @Test
    void schemasHoldTheirElements() {
        CreateSchema schema = parse(
                CreateSchema.class, "CREATE SCHEMA AUTHORIZATION joe CREATE TABLE t (a int) CREATE VIEW v AS SELECT 1");
        assertEquals(null, schema.name());
        assertInstanceOf(CreateTable.class, schema.elements().get(0));
        assertInstanceOf(CreateView.class, schema.elements().get(1));
    }

    @Test
    void objectsArePointedAtByWhatTellsThemApart() {
        assertEquals(
                new Comment(new OnRelation(ObjectKind.TRIGGER, "tr", List.of("s", "t")), null),
                parse(Comment.class, "COMMENT ON TRIGGER tr ON s.t IS NULL"));
        assertEquals(
                new Comment(new Named(ObjectKind.COLUMN, List.of("t", "c")), "x"),
                parse(Comment.class, "COMMENT ON COLUMN t.c IS 'x'"));
        DropObjects drop =
                parse(DropObjects.class, "DROP FUNCTION IF EXISTS f(a int, OUT b text, double precision), g CASCADE");
        Routine first = assertInstanceOf(Routine.class, drop.objects().getFirst());
        assertEquals(
                List.of(Mode.DEFAULT, Mode.OUT, Mode.DEFAULT),
                first.signature().parameters().stream().map(p -> p.mode()).toList());
        assertEquals(2, first.signature().inputTypes().size());
        assertEquals("a", first.signature().parameters().getFirst().name());
        assertEquals(
                List.of("pg_catalog", "float8"),
                first.signature().inputTypes().get(1).names());
        Routine second = assertInstanceOf(Routine.class, drop.objects().get(1));
        assertEquals(false, second.signature().argumentsGiven());
        DropObjects operator = parse(DropObjects.class, "DROP OPERATOR s.@@ (NONE, int)");
        ObjectReference.Operator reference = assertInstanceOf(
                ObjectReference.Operator.class, operator.objects().getFirst());
        assertEquals(null, reference.signature().left());
        assertEquals(List.of("s", "@@"), reference.signature().name());
    }
}
