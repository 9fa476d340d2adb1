package io.pglitedb.executor.vector.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.executor.row.key.ValueEquality;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTableTest {
    private static final ValueEquality IDENTITY = new ValueEquality() {
        @Override
        public boolean equal(Object left, Object right) {
            return left.equals(right);
        }

        @Override
        public int hash(Object value) {
            return value.hashCode();
        }

        @Override
        public boolean isIdentity() {
            return true;
        }
    };

    private static KeyTable integers() {
        return new KeyTable(List.of(IDENTITY), List.of(VectorForm.LONG));
    }

    private static Vector longs(long... values) {
        return new LongVector(values, null, values.length);
    }

    private static int[] add(KeyTable table, Vector... columns) {
        int[] numbers = new int[columns[0].length()];
        table.add(columns, Selection.first(numbers.length), numbers);
        return numbers;
    }

    private static int[] find(KeyTable table, Vector... columns) {
        int[] numbers = new int[columns[0].length()];
        table.find(columns, Selection.first(numbers.length), numbers);
        return numbers;
    }

    /// Wherever keys lie, near together or far apart, they are numbered in order of their first rows.
    @ParameterizedTest
    @ValueSource(longs = {1, 3, 40, 1_000_000, 1L << 40, Long.MAX_VALUE / 600})
    void numbersAreThoseOfAMap(long step) {
        Random random = new Random(step);
        KeyTable table = integers();
        Map<Long, Integer> expected = new HashMap<>();
        for (int batch = 0; batch < 20; batch++) {
            long[] values =
                    random.longs(1000, -500, 500).map(value -> value * step).toArray();
            int[] numbers = add(table, longs(values));
            for (int row = 0; row < values.length; row++) {
                assertEquals(expected.computeIfAbsent(values[row], _ -> expected.size()), numbers[row]);
            }
        }
        assertEquals(expected.size(), table.size());
        long[] keys = expected.keySet().stream().mapToLong(key -> key).toArray();
        int[] found = find(table.reader(), longs(keys));
        for (int i = 0; i < keys.length; i++) {
            assertEquals(expected.get(keys[i]), found[i]);
            assertEquals(keys[i], table.values(0, found[i], found[i] + 1).get(0));
        }
        assertArrayEquals(new int[] {KeyTable.ABSENT}, find(table, longs(600 * step + 1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1000, 1L << 30, 1L << 40})
    void pairsAreNumberedLikeThoseOfAMap(long step) {
        Random random = new Random(step);
        KeyTable table = new KeyTable(List.of(IDENTITY, IDENTITY), List.of(VectorForm.LONG, VectorForm.LONG));
        Map<List<Long>, Integer> expected = new HashMap<>();
        for (int batch = 0; batch < 20; batch++) {
            // Later batches leave the places that pairs of small numbers have.
            long scale = batch < 10 ? 1 : step;
            long[] first =
                    random.longs(1000, -50, 50).map(value -> value * scale).toArray();
            long[] second =
                    random.longs(1000, -50, 50).map(value -> value * scale).toArray();
            int[] numbers = add(table, longs(first), longs(second));
            for (int row = 0; row < first.length; row++) {
                List<Long> pair = List.of(first[row], second[row]);
                assertEquals(expected.computeIfAbsent(pair, _ -> expected.size()), numbers[row]);
            }
            assertArrayEquals(numbers, find(table.reader(), longs(first), longs(second)));
        }
        assertEquals(expected.size(), table.size());
        Vector nulls = new LongVector(new long[] {1, 1}, new long[] {1}, 2);
        assertEquals(KeyTable.ABSENT, find(table, nulls, longs(1, 1))[0]);
        assertArrayEquals(new int[] {expected.size(), expected.get(List.of(1L, 1L))}, add(table, nulls, longs(1, 1)));
    }

    @Test
    void theEndsOfTheRangeDoNotMeet() {
        KeyTable table = integers();
        assertArrayEquals(new int[] {0, 1, 0}, add(table, longs(Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE)));
        assertArrayEquals(new int[] {KeyTable.ABSENT}, find(table, longs(Long.MIN_VALUE)));
        assertArrayEquals(new int[] {2, 1}, add(table, longs(Long.MAX_VALUE - 30, Long.MAX_VALUE - 1)));
        assertArrayEquals(new int[] {3, 0}, add(table, longs(Long.MIN_VALUE, Long.MAX_VALUE)));
        assertEquals(4, table.size());
    }

    @Test
    void nullIsAKeyAndInNoFilter() {
        KeyTable table = integers();
        long[] nulls = new long[1];
        Nulls.set(nulls, 1);
        Nulls.set(nulls, 3);
        Vector column = new LongVector(new long[] {5, 0, 7, 0}, nulls, 4);
        assertArrayEquals(new int[] {0, 1, 2, 1}, add(table, column));
        Vector probe = new LongVector(new long[] {7, 0, 6, 5, 5}, new long[] {1L << 4}, 5);
        assertArrayEquals(new int[] {0, 3}, retained(table, probe));
        add(table, longs(Long.MIN_VALUE));
        assertArrayEquals(new int[] {0, 1, 2, 1}, find(table, column));
        assertArrayEquals(new int[] {0, 3}, retained(table, probe));
    }

    private static int[] retained(KeyTable table, Vector column) {
        Selection kept = table.reader().retain(new Vector[] {column}, Selection.first(column.length()));
        return Arrays.copyOf(kept.rows(), kept.count());
    }

    /// The same texts, once by codes and once row by row, and new dictionaries in between.
    @Test
    void codesGiveTheNumbersOfTheirTexts() {
        Random random = new Random(7);
        KeyTable coded = new KeyTable(List.of(IDENTITY, IDENTITY), List.of(VectorForm.UTF8, VectorForm.UTF8));
        KeyTable plain = new KeyTable(List.of(IDENTITY, IDENTITY), List.of(VectorForm.UTF8, VectorForm.UTF8));
        for (int round = 0; round < 5; round++) {
            Vector[] dictionaries = {dictionary(random), dictionary(random)};
            for (int batch = 0; batch < 3; batch++) {
                Vector[] columns = new Vector[2];
                Vector[] flat = new Vector[2];
                for (int i = 0; i < 2; i++) {
                    int entries = dictionaries[i].length();
                    int[] codes = random.ints(100, 0, entries).toArray();
                    long[] nulls = random.longs(2, 0, 1L << 20).toArray();
                    columns[i] = new DictionaryVector(codes, dictionaries[i], nulls, codes.length);
                    VectorBuilder builder = VectorBuilder.of(VectorForm.UTF8, codes.length);
                    for (int row = 0; row < codes.length; row++) {
                        builder.append(columns[i].get(row));
                    }
                    flat[i] = builder.build();
                }
                assertArrayEquals(add(plain, flat), add(coded, columns));
                assertArrayEquals(find(plain, flat), find(coded, columns));
            }
        }
    }

    private static Vector dictionary(Random random) {
        List<String> entries = new ArrayList<>();
        VectorBuilder builder = VectorBuilder.of(VectorForm.UTF8, 8);
        while (entries.size() < 8) {
            String entry = "entry " + random.nextInt(12);
            if (!entries.contains(entry)) {
                entries.add(entry);
                builder.append(Utf8.of(entry));
            }
        }
        return builder.build();
    }

    @Test
    void aFlatDictionaryHasTheSameValues() {
        int[] codes = {2, 0, 1, 2};
        DictionaryVector column = new DictionaryVector(codes, longs(7, 8, 9), new long[] {1L << 1}, 4);
        Vector flat = column.flat();
        assertEquals(VectorForm.LONG, flat.form());
        assertEquals(
                Arrays.asList(9L, null, 8L, 9L), Arrays.asList(flat.get(0), flat.get(1), flat.get(2), flat.get(3)));
    }
}
