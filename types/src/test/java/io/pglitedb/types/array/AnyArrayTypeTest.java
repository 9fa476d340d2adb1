package io.pglitedb.types.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.value.EnumValue;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnyArrayTypeTest {
    private final ValueType type = BuiltinTypes.get(Oids.ANYARRAY);

    @Test
    void storedArraysComeBackWithTheirElementType() {
        for (PgArray array : List.of(
                PgArray.of(Oids.INT4, 1, null, 3),
                PgArray.of(Oids.TEXT, Utf8.of("a"), Utf8.of("")),
                PgArray.empty(Oids.FLOAT8),
                PgArray.of(99_999, new EnumValue(100_001, 1.5f, "low"), null))) {
            ByteWriter out = new ByteWriter();
            type.store(array, out);
            assertEquals(array, type.load(new ByteReader(out.toByteArray())));
        }
    }

    @Test
    void nobodyElseMakesThem() {
        PgException refused = assertThrows(PgException.class, () -> type.parse(Utf8.of("{1}"), -1, null));
        assertEquals("cannot accept a value of type anyarray", refused.getMessage());
    }
}
