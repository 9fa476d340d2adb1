package io.pglitedb.executor.row.sort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// In-memory sorting against the library's, on random keys.
final class SortingTest {
    private static final Comparator<Object[]> ORDER = Comparator.comparing(row -> (Integer) row[0]);

    private static Object[][] rows(Random random, int count, int distinct) {
        Object[][] rows = new Object[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new Object[] {random.nextInt(distinct), i};
        }
        return rows;
    }

    private static List<Integer> keys(List<Object[]> rows) {
        return rows.stream().map(row -> (Integer) row[0]).toList();
    }

    @RepeatedTest(50)
    void sortsAndCutsOff() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int count = random.nextInt(3_000);
        Object[][] rows = rows(random, count, 1 + random.nextInt(2_000));
        int wanted = random.nextInt(100);
        TopRows top = new TopRows(ORDER, wanted);
        for (Object[] row : rows) {
            top.add(row);
        }
        Object[][] expected = rows.clone();
        Arrays.sort(expected, ORDER);
        Object[][] sorted = rows.clone();
        RowQuickSort.sort(sorted, ORDER);
        assertEquals(keys(List.of(expected)), keys(List.of(sorted)), "seed " + seed);
        assertEquals(count, new java.util.HashSet<>(List.of(sorted)).size(), "seed " + seed);
        List<Integer> first = keys(new ArrayList<>(top.sorted()));
        int many = Math.min(wanted, count);
        assertEquals(
                keys(List.of(expected)).subList(0, many),
                first.subList(0, Math.min(many, first.size())),
                "seed " + seed);
    }

    /// empsalary of PostgreSQL's window.sql: (salary, empno) of one department, in the order inserted.
    @Test
    void leavesEqualRowsAsPostgreSqlDoes() {
        Object[][] rows = {{5200, 10}, {4200, 7}, {4500, 9}, {6000, 8}, {5200, 11}};
        RowQuickSort.sort(rows, ORDER);
        assertEquals(
                "[7, 9, 10, 11, 8]",
                Arrays.stream(rows).map(row -> row[1]).toList().toString());
    }
}
