package io.pglitedb.types.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.TestSession;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.value.Utf8;
import org.junit.jupiter.api.Test;

/// A body answers and fails the same before and after it gets a class of its own.
class FunctionImplementationTest {
    private static final int ENOUGH_TO_BE_HOT = 5000;

    private static FunctionImplementation find(String prosrc) {
        return FunctionRegistry.standard().find(prosrc);
    }

    @Test
    void twoArguments() {
        FunctionImplementation plus = find("int4pl");
        for (int i = 0; i < ENOUGH_TO_BE_HOT; i++) {
            assertEquals(i + 7, plus.call(null, i, 7));
        }
        PgException overflow = assertThrows(PgException.class, () -> plus.call(null, Integer.MAX_VALUE, 1));
        assertEquals("integer out of range", overflow.report().message());
    }

    @Test
    void oneArgumentAndTheCall() {
        FunctionImplementation quote = find("quote_literal(anyelement)");
        CallContext call = new CallContext(new TestSession(), new SqlType[] {SqlType.of(Oids.INT4)}, null, 0);
        for (int i = 0; i < ENOUGH_TO_BE_HOT; i++) {
            assertEquals(Utf8.of("'" + i + "'"), quote.call(call, i));
        }
    }

    @Test
    void boundHandles() {
        FunctionImplementation output = find("int4out");
        for (int i = 0; i < ENOUGH_TO_BE_HOT; i++) {
            assertEquals(Utf8.of(Integer.toString(i)), output.call(null, i));
        }
    }
}
