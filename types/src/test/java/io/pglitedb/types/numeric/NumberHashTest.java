package io.pglitedb.types.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Hashes as PostgreSQL 15 on x86-64 answered them.
class NumberHashTest {
    private static Object call(String prosrc, Object... arguments) {
        return FunctionRegistry.standard().find(prosrc).invoke(null, arguments);
    }

    @Test
    void hashesAsPostgres() {
        assertEquals(1509752520, call("hashint4", 42));
        assertEquals(-82204417, call("hashint8", -7L));
        assertEquals(630860146, call("hashfloat8", 1.5));
        assertEquals(-5300521277406131977L, call("hashint8extended", 123456789012L, 77L));
        assertEquals(573919094, call("hash_numeric", Numeric.of("12345.678")));
        assertEquals(776152245, call("uuid_hash", UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")));
        assertEquals(Utf8.of("0cc175b9c0f1b6a831c399e269772661"), call("md5_text", Utf8.of("a")));
    }
}
