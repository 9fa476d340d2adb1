package io.pglitedb.catalog.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.catalog.def.FunctionDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The facts agree among themselves, and a few of them with what PostgreSQL prints.
final class BuiltinFactsTest {
    private final BuiltinCatalog catalog = BuiltinCatalog.instance();

    @Test
    void everyReferenceFindsItsRow() {
        BuiltinFacts.operators().forEach(operator -> {
            FunctionDef function = catalog.function(operator.function());
            assertNotNull(function, operator::toString);
            assertEquals(operator.resultType(), function.resultType(), operator::toString);
            assertEquals(
                    operator.leftType() == 0 ? 1 : 2, function.argumentTypes().size(), operator::toString);
        });
        BuiltinFacts.casts().forEach(cast -> {
            assertNotNull(catalog.type(cast.source()), cast::toString);
            assertNotNull(catalog.type(cast.target()), cast::toString);
            assertEquals(cast.method() == 'f', cast.function() != 0, cast::toString);
            assertTrue(cast.function() == 0 || catalog.function(cast.function()) != null, cast::toString);
        });
        BuiltinFacts.aggregates().forEach(aggregate -> {
            assertEquals('a', catalog.function(aggregate.function()).kind(), aggregate::toString);
            assertNotNull(catalog.function(aggregate.transition()), aggregate::toString);
            assertNotNull(catalog.type(aggregate.stateType()), aggregate::toString);
        });
        BuiltinFacts.types().forEach(type -> {
            assertNotNull(catalog.function(type.input()), type::toString);
            assertTrue(
                    type.arrayType() == 0 || catalog.type(type.arrayType()).elementType() == type.oid(),
                    type::toString);
        });
        BuiltinFacts.functions().forEach(function -> {
            assertEquals(
                    function.argumentTypes().size(), function.argumentNames().size(), function::toString);
            function.argumentTypes().forEach(type -> assertNotNull(catalog.type(type), function::toString));
        });
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
