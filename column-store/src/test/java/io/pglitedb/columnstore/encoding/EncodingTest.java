package io.pglitedb.columnstore.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.bytes.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncodingTest {
    private static final long SEED = 77;

    private static byte[] padded(ByteWriter written) {
        return Arrays.copyOf(written.array(), written.size() + BitPacking.SLACK);
    }

    @Test
    void runsAndGroupsOfEveryWidth() {
        Random random = new Random(SEED);
        for (int width = 0; width <= 32; width++) {
            for (int round = 0; round < 20; round++) {
                int[] values = new int[random.nextInt(200)];
                int value = 0;
                for (int index = 0; index < values.length; index++) {
                    boolean change = random.nextInt(round % 12 + 1) == 0;
                    value = change ? (int) (random.nextLong() & (1L << width) - 1) : value;
                    values[index] = value;
                }
                ByteWriter out = new ByteWriter();
                RleCodec.encode(values, 0, values.length, width, out);
                int[] back = new int[values.length];
                RleCodec.decode(padded(out), 0, out.size(), width, back, back.length);
                assertArrayEquals(values, back, "width " + width);
            }
        }
    }

    /// The example of Parquet's Encodings.md: 0 … 7 in three bits.
    @Test
    void bitsAreInParquetsOrder() {
        ByteWriter out = new ByteWriter();
        RleCodec.encode(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, 0, 8, 3, out);
        assertEquals("0388c6fa", HexFormat.of().formatHex(out.toByteArray()));
    }

    @Test
    void longRunsAreShort() {
        int[] values = new int[10_000];
        Arrays.fill(values, 3, 10_000, 1);
        ByteWriter out = new ByteWriter();
        RleCodec.encode(values, 0, values.length, 1, out);
        assertTrue(out.size() < 8, "bytes: " + out.size());
    }

    @Test
    void deltasOfAllSizes() {
        Random random = new Random(SEED);
        for (int shift = 0; shift < 64; shift++) {
            for (int count : new int[] {0, 1, 2, 32, 33, 128, 129, 130, 1000}) {
                long[] values = new long[count];
                for (int index = 0; index < count; index++) {
                    values[index] = random.nextLong() >> shift;
                }
                ByteWriter out = new ByteWriter();
                DeltaBinaryPacked.encode(values, 0, count, out);
                long[] back = new long[count];
                int end = DeltaBinaryPacked.decode(padded(out), 0, out.size(), back, count);
                assertArrayEquals(values, back);
                assertEquals(out.size(), end);
                long estimate = DeltaBinaryPacked.estimate(values, 0, count);
                assertTrue(Math.abs(estimate - out.size()) <= 40 + out.size() / 10, estimate + " " + out.size());
            }
        }
    }

    /// The example of Parquet's Encodings.md: 7, 5, 3, 1, 2, 3, 4, 5 has deltas over -2 of 0 0 0 3 3 3 3.
    @Test
    void deltasAreAsParquetHasThem() {
        ByteWriter out = new ByteWriter();
        DeltaBinaryPacked.encode(new long[] {7, 5, 3, 1, 2, 3, 4, 5}, 0, 8, out);
        assertEquals(
                "800104080e" + "03" + "02000000" + "c03f000000000000",
                HexFormat.of().formatHex(out.toByteArray()));
    }

    @Test
    void sharedPrefixes() {
        // "axis", "axle", "babble", "babyhood": prefixes 0 2 0 3, suffixes axis le babble yhood
        ByteWriter out = new ByteWriter();
        DeltaBinaryPacked.encode(new long[] {0, 2, 0, 3}, 0, 4, out);
        byte[] suffixes = "axislebabbleyhood".getBytes(StandardCharsets.US_ASCII);
        BinaryCodec.encodeDeltaLength(suffixes, new int[] {0, 4, 6, 12, 17}, 0, 4, out);
        int[] starts = new int[5];
        byte[] bytes = BinaryCodec.decodeDelta(padded(out), 0, out.size(), starts, 4);
        assertEquals("axisaxlebabblebabyhood", new String(bytes, StandardCharsets.US_ASCII));
        assertArrayEquals(new int[] {0, 4, 8, 14, 22}, starts);
    }

    @Test
    void cutPagesAreRefused() {
        ByteWriter out = new ByteWriter();
        DeltaBinaryPacked.encode(new Random(SEED).longs(500).toArray(), 0, 500, out);
        byte[] bytes = padded(out);
        assertThrows(
                IllegalArgumentException.class,
                () -> DeltaBinaryPacked.decode(bytes, 0, out.size() / 2, new long[500], 500));
        assertThrows(IllegalArgumentException.class, () -> RleCodec.decode(new byte[100], 0, 1, 8, new int[50], 50));
        assertThrows(IllegalArgumentException.class, () -> PlainCodec.decode(new byte[100], 0, 9, new long[2], 2));
    }

    @ParameterizedTest
    @EnumSource
    void compressionGivesBackTheBytes(Compression compression) {
        Random random = new Random(SEED);
        for (int size : new int[] {0, 1, 100, 100_000}) {
            byte[] bytes = new byte[size + 5];
            for (int index = 0; index < size; index++) {
                bytes[index] = (byte) random.nextInt(4);
            }
            byte[] small = compression.compress(bytes, size);
            byte[] back = new byte[size];
            compression.decompress(small, 0, small.length, back, size);
            assertArrayEquals(Arrays.copyOf(bytes, size), back);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> compression.decompress(small, 0, small.length, new byte[size + 1], size + 1));
        }
    }

    @Test
    void bloomFilterHasAllThatWasAdded() {
        Random random = new Random(SEED);
        BloomFilter filter = BloomFilter.forValues(10_000);
        long[] hashes =
                random.longs(10_000).map(value -> BloomFilter.hash(value, 8)).toArray();
        for (long hash : hashes) {
            filter.add(hash);
        }
        for (long hash : hashes) {
            assertTrue(filter.mayContain(hash));
        }
        long wrong = random.longs(10_000)
                .filter(value -> filter.mayContain(BloomFilter.hash(value, 8)))
                .count();
        assertTrue(wrong < 300, "false positives: " + wrong);
    }
}
