package io.pglitedb.types.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.value.Utf8;
import org.junit.jupiter.api.Test;

class NumericModifierTest {
    @Test
    void fitsAndComplains() {
        int typmod = NumericText.typmod(5, 2);
        assertEquals("(5,2)", NumericModifier.print(typmod).toString());
        assertEquals("(5,-3)", NumericModifier.print(NumericText.typmod(5, -3)).toString());
        assertEquals("123.46", NumericText.parse(Utf8.of("123.456"), typmod).toString());
        assertEquals(
                "12000",
                NumericText.parse(Utf8.of("12345"), NumericText.typmod(5, -3)).toString());
        PgException overflow = assertThrows(PgException.class, () -> NumericText.parse(Utf8.of("999.995"), typmod));
        assertEquals("numeric field overflow", overflow.report().message());
        assertEquals(
                "A field with precision 5, scale 2 must round to an absolute value less than 10^3.",
                overflow.report().detail());
    }
}
