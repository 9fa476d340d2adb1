package io.pglitedb.types.textsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import org.junit.jupiter.api.Test;

class HeadlineOptionsTest {
    @Test
    void marksHaveALongestLength() {
        assertEquals(32767, HeadlineOptions.parse(startMark(32767)).startMark().length());
        PgException error = assertThrows(PgException.class, () -> HeadlineOptions.parse(startMark(32768)));
        assertEquals(SqlState.INVALID_PARAMETER_VALUE, error.state());
        assertEquals("value for \"StartSel\" is too long", error.getMessage());
    }

    private static Utf8 startMark(int length) {
        return Utf8.of("StartSel=" + "x".repeat(length));
    }
}
