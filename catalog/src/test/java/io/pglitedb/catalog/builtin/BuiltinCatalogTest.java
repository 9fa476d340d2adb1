package io.pglitedb.catalog.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.catalog.system.SystemTables;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The facts agree among themselves, and a few of them with what PostgreSQL prints.
final class BuiltinCatalogTest {
    private final CatalogView catalog = BuiltinCatalog.instance();

    private static <T> Stream<T> all(String table, String key, IntFunction<T> find) {
        return FactRows.of(SystemTables.table(table)).stream().map(row -> find.apply(row.oid(key)));
    }

    @Test
    void everyReferenceFindsItsRow() {
        all("pg_operator", "oid", catalog::operator).forEach(operator -> {
            FunctionDef function = catalog.function(operator.function());
            assertNotNull(function, operator::toString);
            assertEquals(operator.resultType(), function.resultType(), operator::toString);
            assertEquals(
                    operator.leftType() == 0 ? 1 : 2, function.argumentTypes().size(), operator::toString);
        });
        FactRows.of(SystemTables.table("pg_cast")).stream()
                .map(row -> catalog.cast(row.oid("castsource"), row.oid("casttarget")))
                .forEach(cast -> {
                    assertNotNull(catalog.type(cast.source()), cast::toString);
                    assertNotNull(catalog.type(cast.target()), cast::toString);
                    assertEquals(cast.method() == 'f', cast.function() != 0, cast::toString);
                    assertTrue(cast.function() == 0 || catalog.function(cast.function()) != null, cast::toString);
                });
        all("pg_aggregate", "aggfnoid", catalog::aggregate).forEach(aggregate -> {
            assertEquals('a', catalog.function(aggregate.function()).kind(), aggregate::toString);
            assertNotNull(catalog.function(aggregate.transition()), aggregate::toString);
            assertNotNull(catalog.type(aggregate.stateType()), aggregate::toString);
        });
        all("pg_type", "oid", catalog::type).forEach(type -> {
            assertNotNull(catalog.function(type.input()), type::toString);
            assertTrue(
                    type.arrayType() == 0 || catalog.type(type.arrayType()).elementType() == type.oid(),
                    type::toString);
        });
        all("pg_proc", "oid", catalog::function).forEach(function -> {
            assertEquals(
                    function.argumentTypes().size(), function.argumentNames().size(), function::toString);
            function.argumentTypes().forEach(type -> assertNotNull(catalog.type(type), function::toString));
        });
    }

    @Test
    void operatorFamiliesAgreeWithOperatorsAndClasses() {
        all("pg_opclass", "oid", catalog::operatorClass).forEach(operatorClass -> {
            OperatorFamilyDef family = catalog.operatorFamily(operatorClass.family());
            assertEquals(operatorClass.method(), family.method(), operatorClass::toString);
            assertNotNull(catalog.type(operatorClass.inputType()), operatorClass::toString);
        });
        all("pg_opfamily", "oid", catalog::operatorFamily).forEach(family -> {
            family.members().forEach(member -> {
                OperatorDef operator = catalog.operator(member.operator());
                assertEquals(member.leftType(), operator.leftType(), member::toString);
                assertEquals(member.rightType(), operator.rightType(), member::toString);
                assertEquals(family.method(), member.method(), member::toString);
            });
            family.supports().forEach(support -> assertNotNull(catalog.function(support.function())));
        });
        OperatorClassDef integers = catalog.operatorClass(catalog.defaultOperatorClass(403, 23));
        assertEquals("int4_ops", integers.name());
        assertEquals(97, catalog.operatorFamily(integers.family()).operator(23, 23, 1));
        assertEquals(351, catalog.operatorFamily(integers.family()).supportFunction(23, 23, 1));
    }

    @Test
    void systemTablesAgreeWithTheirTypesAndIndexes() {
        all("pg_class", "oid", catalog::table)
                .filter(table -> table.kind() == 'r')
                .forEach(table -> {
                    assertEquals(table.oid(), catalog.type(table.rowType()).relation(), table::toString);
                    for (int i = 0; i < table.columns().size(); i++) {
                        assertEquals(i + 1, table.columns().get(i).number(), table::toString);
                        assertNotNull(catalog.type(table.columns().get(i).type()), table::toString);
                    }
                });
        all("pg_index", "indexrelid", catalog::index)
                .forEach(index -> index.keys().forEach(key -> {
                    assertTrue(
                            key.column()
                                    <= catalog.table(index.table()).columns().size(),
                            index::toString);
                    assertEquals(403, catalog.operatorClass(key.operatorClass()).method(), index::toString);
                }));
        IndexDef byName = catalog.index(2663);
        assertEquals("pg_class_relname_nsp_index", byName.name());
        assertEquals(1259, byName.table());
        assertTrue(byName.unique());
        assertEquals(
                "relname",
                catalog.table(1259)
                        .columns()
                        .get(byName.keys().getFirst().column() - 1)
                        .name());
    }

    @Test
    void defaultsStandWithTheirArguments() {
        FunctionDef insert = catalog.function(3579);
        assertEquals("jsonb_insert", insert.name());
        assertEquals(1, insert.defaultCount());
        assertEquals("false", insert.defaults().getFirst());
        assertEquals("insert_after", insert.argumentNames().getLast());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            value = {
                "23 | -1 | integer",
                "1043 | 9 | character varying(5)",
                "1042 | -1 | bpchar",
                "1015 | 9 | character varying(5)[]",
                "1700 | 655366 | numeric(10,2)",
                "1184 | 3 | timestamp(3) with time zone",
                "1186 | 470351871 | interval day to second",
                "1560 | 3 | bit(3)",
                "18 | -1 | \"char\"",
                "3802 | -1 | jsonb",
                "2205 | -1 | regclass",
                "0 | -1 | -",
            })
    void typesAreSpeltAsSqlDoes(int oid, int typmod, String name) {
        assertEquals(name, catalog.formatType(oid, typmod));
    }
}
