package io.pglitedb.types.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.value.Numeric;
import org.junit.jupiter.api.Test;

/// Values leave a moving frame: the display scale of what is left must be as if they had never been there.
class NumericSumStateTest {
    @Test
    void lastValueOfLargestScaleMakesTheSumStartOver() {
        NumericSumState state = new NumericSumState();
        state.add(Numeric.of("1.50"), true);
        state.add(Numeric.of("2.25"), true);
        state.add(Numeric.of("3"), true);
        assertTrue(state.remove(Numeric.of("1.50"), true));
        assertEquals("5.25", state.sum().toString());
        assertFalse(state.remove(Numeric.of("2.25"), true));
    }

    @Test
    void specialValuesLeave() {
        NumericSumState state = new NumericSumState();
        state.add(Numeric.NAN, true);
        state.add(Numeric.ONE, true);
        assertEquals(Numeric.NAN, state.sum());
        assertTrue(state.remove(Numeric.NAN, true));
        assertEquals(Numeric.ONE, state.sum());
        assertTrue(state.remove(Numeric.ONE, true));
        assertEquals(null, state.sum());
    }
}
