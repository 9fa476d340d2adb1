package io.pglitedb.types.range;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.TestSession;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.value.PgMultirange;
import io.pglitedb.types.value.PgRange;
import io.pglitedb.types.value.Utf8;
import org.junit.jupiter.api.Test;

/// Results are PostgreSQL 15's over the same rows.
class RangeAggregatesTest {
    private static final CallContext CALL = new CallContext(
            new TestSession(), new SqlType[] {SqlType.of(Oids.INT4RANGE)}, SqlType.of(Oids.INT4MULTIRANGE), 0);

    private static Object value(int type, String text) {
        return BuiltinTypes.get(type).parse(Utf8.of(text), -1, CALL.session());
    }

    private static String result(Object state) {
        ValueType type = BuiltinTypes.get(Oids.INT4MULTIRANGE);
        PgMultirange result = RangeAggregates.result(CALL, state, null);
        return result == null ? null : type.toUtf8(result, CALL.session()).toString();
    }

    private static Object ranges(String... texts) {
        Object state = null;
        for (String text : texts) {
            state = RangeAggregates.add(state, text == null ? null : (PgRange) value(Oids.INT4RANGE, text));
        }
        return state;
    }

    @Test
    void rangesAreJoined() {
        assertEquals("{[1,5),[7,8)}", result(ranges("[7,8)", "[1,3)", null, "[2,5)")));
        assertEquals("{}", result(ranges("empty")));
        assertNull(result(ranges((String) null)));
        assertNull(result(null));
    }

    @Test
    void multirangesAreJoined() {
        Object state = RangeAggregates.add(CALL, null, (PgMultirange) value(Oids.INT4MULTIRANGE, "{[1,2),[5,6)}"));
        state = RangeAggregates.add(CALL, state, (PgMultirange) value(Oids.INT4MULTIRANGE, "{[2,5)}"));
        assertEquals("{[1,6)}", result(state));
        assertEquals("{}", result(RangeAggregates.add(CALL, null, (PgMultirange) value(Oids.INT4MULTIRANGE, "{}"))));
    }
}
