package io.pglitedb.types.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The short way and the long way read the same: a space in front takes the long one.
final class NumericTextTest {
    @Test
    void bothWaysAgree() {
        for (String text : List.of(
                "0",
                "-0",
                "-0.00",
                "1.",
                ".5",
                "-.50",
                "00012.3400",
                "999999999999999999",
                "9999999999999999999",
                "-9223372036854775809",
                "12345678901234567.8",
                "123456789012345678.9",
                "+1",
                "1e3")) {
            String plain = NumericText.parse(Utf8.of(text), -1).toString();
            assertEquals(NumericText.parse(Utf8.of(" " + text), -1).toString(), plain, text);
        }
        assertEquals(
                "21168.23",
                NumericText.parse(Utf8.of("21168.234"), NumericText.typmod(15, 2))
                        .toString());
    }

    @Test
    void neitherTakesWhatIsNoNumber() {
        for (String text : List.of("", "-", ".", "1..2", "1-", "--1", "1 2", "x")) {
            assertThrows(PgException.class, () -> NumericText.parse(Utf8.of(text), -1), text);
        }
    }
}
