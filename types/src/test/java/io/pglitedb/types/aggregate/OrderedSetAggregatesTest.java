package io.pglitedb.types.aggregate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.PgArray;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/// Results are PostgreSQL 15's over the same rows.
class OrderedSetAggregatesTest {
    private static final Comparator<Object[]> ASCENDING =
            Comparator.comparing(row -> (Double) row[0], Comparator.nullsLast(Comparator.naturalOrder()));

    private static OrderedSet doubles(boolean withNulls, Double... values) {
        OrderedSet set = new OrderedSet(ASCENDING);
        for (Double value : values) {
            Object[] row = {value};
            assertEquals(set, withNulls ? OrderedSetAggregates.addRow(set, row) : OrderedSetAggregates.add(set, row));
        }
        return set;
    }

    private static OrderedSet some() {
        return doubles(false, 1.0, 3.0, 3.0, 2.0, 5.0, null);
    }

    @Test
    void percentilesAndMode() {
        assertEquals(3.0, OrderedSetAggregates.discrete(some(), 0.5, null));
        assertEquals(3.0, OrderedSetAggregates.continuous(some(), 0.5));
        assertEquals(3.0, OrderedSetAggregates.mode(some(), null));
        assertNull(OrderedSetAggregates.mode(doubles(false), null));
        assertNull(OrderedSetAggregates.discrete(doubles(false), 0.5, null));
        PgException fault =
                assertThrows(PgException.class, () -> OrderedSetAggregates.continuous(doubles(false, 1.0), 1.5));
        assertEquals(
                "percentile value 1.5 is not between 0 and 1", fault.report().message());
    }

    @Test
    void percentilesOfArrays() {
        CallContext call = new CallContext(
                null, new SqlType[] {SqlType.of(0), SqlType.of(Oids.FLOAT8_ARRAY), SqlType.of(Oids.FLOAT8)}, null, 0);
        PgArray discrete =
                OrderedSetAggregates.discrete(call, some(), PgArray.of(Oids.FLOAT8, 0.0, 0.25, null, 1.0), null);
        assertArrayEquals(new Object[] {1.0, 2.0, null, 5.0}, discrete.elements());
        PgArray square =
                new PgArray(Oids.FLOAT8, new int[] {2, 2}, new int[] {1, 1}, new Object[] {0.0, 0.1, 0.5, 0.9});
        assertEquals(
                new PgArray(Oids.FLOAT8, new int[] {2, 2}, new int[] {1, 1}, new Object[] {1.0, 1.4, 3.0, 4.2}),
                OrderedSetAggregates.continuous(some(), square));
    }

    @Test
    void intervalsAreInterpolated() {
        OrderedSet set = new OrderedSet(Comparator.comparing(row -> {
            Interval span = (Interval) row[0];
            return span.months() * 30L * 86_400_000_000L + span.days() * 86_400_000_000L + span.micros();
        }));
        OrderedSetAggregates.add(set, new Object[] {new Interval(0, 1, 0)});
        OrderedSetAggregates.add(set, new Object[] {new Interval(0, 0, 7_200_000_000L)});
        OrderedSetAggregates.add(set, new Object[] {new Interval(1, 0, 0)});
        assertEquals(new Interval(0, 0, 54_720_000_000L), OrderedSetAggregates.continuousInterval(set, 0.3));
    }

    @Test
    void hypotheticalRowsAreRanked() {
        OrderedSet set = doubles(true, 1.0, 3.0, 3.0, 2.0, 5.0, null);
        Object[] row = {3.0};
        assertEquals(3L, OrderedSetAggregates.rank(set, row));
        assertEquals(3L, OrderedSetAggregates.denseRank(set, row));
        assertEquals(0.3333333333333333, OrderedSetAggregates.percentRank(set, row));
        assertEquals(0.7142857142857143, OrderedSetAggregates.cumulativeDistribution(set, row));
    }
}
