package io.pglitedb.types.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.TestSession;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTypesTest {
    /// One object of each kind: `thing`, with the OID 4711.
    private static final SessionContext SESSION = new TestSession() {
        @Override
        public <T> T as(Class<T> context) {
            return context.cast(context == RoleNames.class ? new OneRole() : new OneObject());
        }
    };

    private static final class OneRole implements RoleNames {
        @Override
        public int find(String name) {
            return name.equals("The Boss") ? 4711 : 0;
        }

        @Override
        public String name(int oid) {
            return oid == 4711 ? "The Boss" : null;
        }
    }

    private static final class OneObject implements ObjectNames {
        @Override
        public int oid(Kind kind, String text) {
            return text.equals(kind + " thing") ? 4711 : -1;
        }

        @Override
        public int find(Kind kind, String text) {
            return text.equals(kind + " thing") ? 4711 : 0;
        }

        @Override
        public String name(Kind kind, int oid) {
            return oid == 4711 ? kind + " thing" : null;
        }
    }

    private static String roundTrip(int type, String text) {
        ValueType reference = BuiltinTypes.get(type);
        return reference
                .toUtf8(reference.parse(Utf8.of(text), -1, SESSION), SESSION)
                .toString();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                Oids.REGCLASS,
                Oids.REGTYPE,
                Oids.REGPROC,
                Oids.REGPROCEDURE,
                Oids.REGOPER,
                Oids.REGOPERATOR,
                Oids.REGNAMESPACE,
                Oids.REGCOLLATION,
                Oids.REGCONFIG,
                Oids.REGDICTIONARY,
                Oids.REGROLE
            })
    void numbersAndDashAreReadWithoutNames(int type) {
        assertEquals("4294967295", roundTrip(type, "4294967295"));
        assertEquals("-", roundTrip(type, "-"));
        assertEquals("-", roundTrip(type, "0"));
        assertEquals(
                SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
                assertThrows(PgException.class, () -> roundTrip(type, "4294967296"))
                        .state());
    }

    @Test
    void namesAreAskedOfTheSession() {
        assertEquals("CLASS thing", roundTrip(Oids.REGCLASS, "CLASS thing"));
        assertEquals("OPERATOR_WITH_ARGUMENTS thing", roundTrip(Oids.REGOPERATOR, "4711"));
        assertEquals("\"The Boss\"", roundTrip(Oids.REGROLE, "\"The Boss\""));
        PgException error = assertThrows(PgException.class, () -> roundTrip(Oids.REGROLE, "The"));
        assertEquals("role \"the\" does not exist", error.getMessage());
    }

    @Test
    void lookUpsGiveNullForWhatIsNotThere() {
        CallContext call = new CallContext(SESSION, null, null, 0);
        assertEquals(4711, ReferenceFunctions.toRegtype(call, Utf8.of("TYPE thing")));
        assertEquals(null, ReferenceFunctions.toRegtype(call, Utf8.of("thing")));
        assertEquals(null, ReferenceFunctions.toRegrole(call, Utf8.of("thing")));
    }

    @Test
    void qualifiedNamesComeApart() {
        assertEquals(List.of("pg_catalog", "a.\"B"), QualifiedNames.split(" PG_Catalog . \"a.\"\"B\" "));
        for (String text : List.of("", " ", "a.", ".a", "a b", "\"a", "a..b", "\"a\"b")) {
            PgException error = assertThrows(PgException.class, () -> QualifiedNames.split(text), text);
            assertEquals(SqlState.INVALID_NAME, error.state());
        }
    }
}
