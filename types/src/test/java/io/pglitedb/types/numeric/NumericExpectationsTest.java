package io.pglitedb.types.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.value.Utf8;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What PostgreSQL 15 answered, digit for digit. Columns: prosrc, type of arguments and result, arguments, answer.
class NumericExpectationsTest {
    @ParameterizedTest
    @CsvFileSource(resources = "number_expectations.csv", delimiter = '|')
    void answersAsPostgres(String prosrc, String type, String left, String right, String expected) {
        int oid = type.equals("numeric") ? Oids.NUMERIC : Oids.FLOAT8;
        FunctionImplementation body = FunctionRegistry.standard().find(prosrc);
        Object first = BuiltinTypes.get(oid).parse(Utf8.of(left), -1, null);
        Object result = right == null
                ? body.invoke(null, first)
                : body.invoke(null, first, BuiltinTypes.get(oid).parse(Utf8.of(right), -1, null));
        assertEquals(expected, BuiltinTypes.get(oid).toUtf8(result, null).toString());
    }
}
