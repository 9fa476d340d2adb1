package io.pglitedb.rowstore.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FootprintTest {
    private static byte[] key(int value) {
        return new byte[] {(byte) value};
    }

    @Test
    void holdsWhatWasAdded() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            Footprint print = new Footprint();
            BitSet expected = new BitSet();
            for (int each = 0; each < 12; each++) {
                int low = random.nextInt(100);
                int high = low + 1 + random.nextInt(20);
                boolean toEnd = random.nextInt(30) == 0;
                print.add(low == 0 ? null : key(low), toEnd ? null : key(high));
                expected.set(low, toEnd ? 200 : high);
                for (int from = 0; from < 120; from++) {
                    int to = from + 1 + random.nextInt(5);
                    boolean found = expected.get(from, to).cardinality() > 0;
                    assertEquals(found, print.intersects(key(from), key(to)), "seed " + seed);
                    boolean covered = expected.get(from, to).cardinality() == to - from;
                    assertEquals(covered, print.surelyCovers(key(from), key(to)), "seed " + seed);
                }
            }
        }
    }

    @Test
    void givesUpDetailWhenItGetsLong() {
        Footprint print = new Footprint();
        for (int each = 0; each < 300; each++) {
            print.add(new byte[] {(byte) (each >> 8), (byte) each, 0}, new byte[] {(byte) (each >> 8), (byte) each, 1});
        }
        assertTrue(print.intersects(new byte[] {9}, new byte[] {10}));
        assertFalse(print.surelyCovers(new byte[] {0, 1, 0}, new byte[] {0, 1, 1}));
    }
}
