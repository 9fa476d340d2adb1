package io.pglitedb.types.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.TestSession;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.array.ArrayValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.RowShape;
import io.pglitedb.types.record.CompositeValueType;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Lines of `populate.csv`: base row (empty for NULL), JSON, what PostgreSQL 15 answered. The row type is
/// `outer_t (i int, ia int[], ib int[][], t text, c inner_t, ca inner_t[], js json, jsb jsonb, d date)` with
/// `inner_t (x int, y text)`; a line that begins with `set` is of inner_t and the set function.
class JsonPopulatingTest {
    private static final int INNER = 100_001;
    private static final int INNER_ARRAY = 100_002;
    private static final int OUTER = 100_003;

    private static final CompositeValueType INNER_TYPE = new CompositeValueType(
            INNER,
            List.of("x", "y"),
            List.of(SqlType.of(Oids.INT4), SqlType.of(Oids.TEXT)),
            List.of(BuiltinTypes.get(Oids.INT4), BuiltinTypes.get(Oids.TEXT)));
    private static final ArrayValueType INNER_ARRAY_TYPE = new ArrayValueType(INNER_ARRAY, INNER_TYPE);
    private static final CompositeValueType OUTER_TYPE = outer();

    private static final SessionContext SESSION = new SessionContextWithRows();

    private static CompositeValueType outer() {
        List<String> names = List.of("i", "ia", "ib", "t", "c", "ca", "js", "jsb", "d");
        int[] oids = {
            Oids.INT4, Oids.INT4_ARRAY, Oids.INT4_ARRAY, Oids.TEXT, INNER, INNER_ARRAY, Oids.JSON, Oids.JSONB, Oids.DATE
        };
        List<SqlType> types = new ArrayList<>();
        List<ValueType> values = new ArrayList<>();
        for (int oid : oids) {
            types.add(SqlType.of(oid));
            values.add(oid == INNER ? INNER_TYPE : oid == INNER_ARRAY ? INNER_ARRAY_TYPE : BuiltinTypes.get(oid));
        }
        return new CompositeValueType(OUTER, names, types, values);
    }

    private static final class SessionContextWithRows extends TestSession {
        @Override
        public ValueType type(int oid) {
            return switch (oid) {
                case INNER -> INNER_TYPE;
                case INNER_ARRAY -> INNER_ARRAY_TYPE;
                case OUTER -> OUTER_TYPE;
                default -> super.type(oid);
            };
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "populate.csv", delimiter = '~', quoteCharacter = '`')
    void answersAsPostgres(String kind, String base, String json, String answer) {
        boolean binary = kind.startsWith("jsonb");
        boolean set = kind.endsWith("set");
        CompositeValueType type = set ? INNER_TYPE : OUTER_TYPE;
        CallContext call = new CallContext(SESSION, new SqlType[] {SqlType.of(type.oid())}, null, 0);
        Object row = base == null ? null : type.parse(Utf8.of(base), -1, SESSION);
        Utf8 text = Utf8.of(json);
        Object tree = binary ? BuiltinTypes.get(Oids.JSONB).parse(text, -1, SESSION) : text;
        String ours;
        try {
            Object result;
            if (set) {
                result = binary
                        ? JsonPopulating.populateSet(call, row, (Jsonb) tree)
                        : JsonPopulating.populateSet(call, row, text, false);
            } else {
                result = binary
                        ? JsonPopulating.populate(call, row, (Jsonb) tree)
                        : JsonPopulating.populate(call, row, text, false);
            }
            ours = print(type, result);
        } catch (PgException e) {
            String hint = e.report().hint();
            String detail = e.report().detail();
            ours = e.state().code() + ": " + e.report().message() + (detail == null ? "" : " / " + detail)
                    + (hint == null ? "" : " / " + hint);
        }
        assertEquals(answer, ours);
    }

    private static String print(ValueType type, Object result) {
        if (!(result instanceof Iterator<?> rows)) {
            return type.toUtf8(result, SESSION).toString();
        }
        List<String> printed = new ArrayList<>();
        rows.forEachRemaining(row -> printed.add(print(type, row)));
        return String.join(" ", printed);
    }

    /// A column definition list names the fields of json_to_record.
    @Test
    void columnsAreThoseOfTheQuery() {
        RowShape shape = new RowShape(List.of("a", "B"), List.of(SqlType.of(Oids.INT4), SqlType.of(Oids.TEXT_ARRAY)));
        CallContext call = new CallContext(SESSION, new SqlType[] {SqlType.of(Oids.JSON)}, null, 0).withRowShape(shape);
        Object row = JsonPopulating.toRecord(call, Utf8.of("{\"a\": 1, \"b\": 2, \"B\": [\"x\", 3]}"));
        assertEquals(
                "(1,\"{x,3}\")", SESSION.type(Oids.RECORD).toUtf8(row, SESSION).toString());
    }
}
