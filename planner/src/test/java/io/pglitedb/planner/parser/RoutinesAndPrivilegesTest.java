package io.pglitedb.planner.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.FunctionStatement.AlterFunction;
import io.pglitedb.planner.ast.FunctionStatement.AtomicBlock;
import io.pglitedb.planner.ast.FunctionStatement.CreateAggregate;
import io.pglitedb.planner.ast.FunctionStatement.CreateFunction;
import io.pglitedb.planner.ast.FunctionStatement.Return;
import io.pglitedb.planner.ast.FunctionStatement.Returns;
import io.pglitedb.planner.ast.FunctionStatement.ReturnsTable;
import io.pglitedb.planner.ast.InsertStmt;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.ObjectStatement.SetSchema;
import io.pglitedb.planner.ast.PrivilegeStatement.AllInSchemas;
import io.pglitedb.planner.ast.PrivilegeStatement.AlterDefaultPrivileges;
import io.pglitedb.planner.ast.PrivilegeStatement.DefaultRevoke;
import io.pglitedb.planner.ast.PrivilegeStatement.Grant;
import io.pglitedb.planner.ast.PrivilegeStatement.GrantRoles;
import io.pglitedb.planner.ast.PrivilegeStatement.Relations;
import io.pglitedb.planner.ast.PrivilegeStatement.Revoke;
import io.pglitedb.planner.ast.RoutineParameter.Mode;
import io.pglitedb.planner.ast.SessionStatement.SetVariable;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TypeStatement.AddEnumLabel;
import io.pglitedb.planner.ast.TypeStatement.AlterDomain;
import io.pglitedb.planner.ast.TypeStatement.CreateCompositeType;
import io.pglitedb.planner.ast.TypeStatement.CreateDomain;
import io.pglitedb.planner.ast.TypeStatement.CreateEnum;
import io.pglitedb.planner.ast.TypeStatement.LabelPlace;
import io.pglitedb.planner.ast.TypeStatement.SetDomainNotNull;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What statements about functions, types, domains and privileges look like as trees.
final class RoutinesAndPrivilegesTest {
    private static <T extends Statement> T parse(Class<T> kind, String sql) {
        return assertInstanceOf(
                kind, SqlParser.parse(sql, ParserSettings.DEFAULT).getFirst().statement());
    }

    private static List<String> names(List<DefElem> options) {
        return options.stream().map(DefElem::name).toList();
    }

    @Test
    void functionsHaveParametersResultAndOptions() {
        CreateFunction function = parse(
                CreateFunction.class,
                "CREATE OR REPLACE FUNCTION s.f(a int, INOUT b text = 'x', VARIADIC c int[] DEFAULT '{}')"
                        + " RETURNS SETOF t.c%TYPE LANGUAGE sql IMMUTABLE STRICT SET search_path TO s AS 'select 1'");
        assertEquals(true, function.replace());
        assertEquals(
                List.of(Mode.DEFAULT, Mode.INOUT, Mode.VARIADIC),
                function.parameters().stream().map(p -> p.mode()).toList());
        assertEquals(3, function.parameters().stream().filter(p -> p.isInput()).count());
        Returns returns = assertInstanceOf(Returns.class, function.result());
        assertEquals(true, returns.type().setOf() && returns.type().percentType());
        assertEquals(List.of("language", "volatility", "strict", "set", "as"), names(function.options()));
        assertInstanceOf(SetVariable.class, function.options().get(3).value());
        assertEquals(List.of("select 1"), function.options().get(4).value());
    }

    @Test
    void functionBodiesMayBeSql() {
        CreateFunction atomic = parse(
                CreateFunction.class,
                "CREATE FUNCTION f(int) RETURNS TABLE (a int) BEGIN ATOMIC INSERT INTO t VALUES (1);; RETURN 2; END");
        assertInstanceOf(ReturnsTable.class, atomic.result());
        AtomicBlock block = assertInstanceOf(AtomicBlock.class, atomic.body());
        assertInstanceOf(InsertStmt.class, block.statements().get(0));
        assertInstanceOf(Return.class, block.statements().get(1));
        assertInstanceOf(
                Return.class,
                parse(CreateFunction.class, "CREATE FUNCTION f() RETURNS int RETURN 1")
                        .body());
    }

    @Test
    void settingASchemaIsNotASetting() {
        assertEquals(
                "b",
                parse(SetSchema.class, "ALTER FUNCTION f(int) SET SCHEMA b").schema());
        assertEquals(
                List.of("set", "cost"),
                names(parse(AlterFunction.class, "ALTER FUNCTION f SET SCHEMA 'b' COST 5")
                        .options()));
    }

    @Test
    void aggregatesHaveDirectArgumentsAndAnOldStyle() {
        CreateAggregate ordered =
                parse(CreateAggregate.class, "CREATE AGGREGATE p(float8 ORDER BY int, text) (sfunc = f, stype = int)");
        assertEquals(1, ordered.signature().directCount());
        assertEquals(3, ordered.signature().parameters().size());
        CreateAggregate old =
                parse(CreateAggregate.class, "CREATE AGGREGATE a (basetype = int, sfunc = f, stype = int)");
        assertEquals(true, old.oldStyle());
        assertEquals(List.of("basetype", "sfunc", "stype"), names(old.definition()));
    }

    @Test
    void typesAndDomains() {
        assertEquals(
                List.of("a", "b"),
                parse(CreateEnum.class, "CREATE TYPE e AS ENUM ('a', 'b')").labels());
        assertEquals(
                2,
                parse(CreateCompositeType.class, "CREATE TYPE c AS (a int, b text COLLATE \"C\")")
                        .attributes()
                        .size());
        AddEnumLabel label = parse(AddEnumLabel.class, "ALTER TYPE e ADD VALUE IF NOT EXISTS 'x' BEFORE 'b'");
        assertEquals(LabelPlace.BEFORE, label.place());
        CreateDomain domain =
                parse(CreateDomain.class, "CREATE DOMAIN d AS text COLLATE \"C\" CHECK (value <> '') NOT NULL");
        assertEquals(List.of("C"), domain.collation());
        assertEquals(2, domain.constraints().size());
        assertEquals(
                new SetDomainNotNull(),
                parse(AlterDomain.class, "ALTER DOMAIN d SET NOT NULL").command());
    }

    @Test
    void privilegesOnObjectsAndRoles() {
        Grant grant = parse(Grant.class, "GRANT SELECT (a, b), UPDATE ON t, s.u TO joe, GROUP g WITH GRANT OPTION");
        assertEquals(
                List.of("a", "b"), grant.privileges().privileges().getFirst().columns());
        assertEquals(
                2, assertInstanceOf(Relations.class, grant.target()).relations().size());
        assertEquals(true, grant.grantOption());
        assertEquals(
                ObjectKind.TABLE,
                parse(Grant.class, "GRANT ALL ON schema TO joe").target().kind());
        Revoke revoke = parse(
                Revoke.class, "REVOKE GRANT OPTION FOR ALL PRIVILEGES ON ALL TABLES IN SCHEMA s FROM PUBLIC CASCADE");
        assertEquals(new AllInSchemas(ObjectKind.TABLE, List.of("s")), revoke.target());
        assertEquals(true, revoke.privileges().all() && revoke.cascade() && revoke.grantOptionOnly());
        GrantRoles roles = parse(GrantRoles.class, "GRANT a, b TO c WITH ADMIN OPTION GRANTED BY CURRENT_USER");
        assertEquals(
                List.of("a", "b"), roles.roles().stream().map(r -> r.name()).toList());
        AlterDefaultPrivileges defaults = parse(
                AlterDefaultPrivileges.class,
                "ALTER DEFAULT PRIVILEGES FOR ROLE a IN SCHEMA s REVOKE EXECUTE ON ROUTINES FROM PUBLIC");
        assertEquals(List.of("roles", "schemas"), names(defaults.options()));
        assertEquals(
                ObjectKind.FUNCTION,
                assertInstanceOf(DefaultRevoke.class, defaults.change()).target());
    }
}
