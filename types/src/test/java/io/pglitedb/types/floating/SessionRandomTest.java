package io.pglitedb.types.floating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// setseed(0.5) gives the series that PostgreSQL 15 gives.
class SessionRandomTest {
    @Test
    void seriesOfASeed() {
        SessionRandom random = new SessionRandom(0);
        random.seed(0.5);
        assertEquals(0.9851677175347999, random.nextDouble());
        assertEquals(0.825301858027981, random.nextDouble());
    }
}
