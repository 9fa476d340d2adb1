package io.pglitedb.rowstore.txn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.rowstore.key.StoreKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteSetTest {
    private static byte[] entry(int index, int number) {
        return StoreKey.index(index, ByteBuffer.allocate(4).putInt(number).array());
    }

    /// Ascending rows with entries of two indexes between them, as a load makes them, and keys here and there.
    ///
    /// @param stray of how many writes one is to a key anywhere
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 50, 100_000})
    void keepsOrderAndTheLastValueOfEachKey(int stray) {
        Random random = new Random(stray);
        WriteSet writes = new WriteSet(1);
        TreeMap<byte[], byte[]> model = new TreeMap<>(Arrays::compareUnsigned);
        int range = 4_000;
        for (int row = 0; row < range; row++) {
            List<byte[]> keys = new ArrayList<>();
            keys.add(StoreKey.row(7, row));
            keys.add(entry(3, row));
            keys.add(entry(5, range - row));
            if (random.nextInt(stray) == 0) {
                keys.add(
                        random.nextBoolean()
                                ? StoreKey.row(random.nextInt(6, 9), random.nextInt(range))
                                : entry(random.nextInt(2, 7), random.nextInt(range)));
            }
            for (byte[] key : keys) {
                assertEquals(model.containsKey(key), writes.find(key, Integer.MAX_VALUE) != 0);
                byte[] value = {(byte) random.nextInt()};
                writes.put(key, value, row);
                model.put(key, value);
            }
        }
        assertEquals(model.size(), writes.keyCount());
        int node = writes.ceiling(null);
        for (Map.Entry<byte[], byte[]> expected : model.entrySet()) {
            assertArrayEquals(expected.getKey(), writes.keyOf(node));
            int version = writes.find(expected.getKey(), Integer.MAX_VALUE);
            assertArrayEquals(expected.getValue(), writes.valueOf(version));
            node = writes.next(node);
        }
        assertEquals(0, node);
    }
}
