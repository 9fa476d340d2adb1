package io.pglitedb.columnstore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.columnstore.predicate.ColumnPredicate;
import io.pglitedb.columnstore.predicate.ColumnPredicate.Operator;
import io.pglitedb.columnstore.predicate.KeyCondition;
import io.pglitedb.columnstore.read.Segment;
import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.Vector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Pruning never loses a row, and it does prune.
class PruningTest {
    private static final int FIELD = 4;

    @TempDir
    private Path directory;

    private static int[] pages(Segment segment, ColumnPredicate... predicates) {
        return segment.pages(List.of(predicates).stream().map(KeyCondition::of).toList());
    }

    private static ColumnPredicate compare(SegmentColumn column, Operator operator, Object value) {
        return new ColumnPredicate.Compare(FIELD, operator, column.values(), value);
    }

    @Test
    void sortedColumnIsFoundByPages() {
        SegmentColumn column = Samples.column(FIELD, 20, -1);
        List<Object[]> rows = Samples.rows(200_000, row -> row % 50_000 == 49_999 ? null : (Object) (long) row);
        SegmentFixture fixture = SegmentFixture.write(directory.resolve("s"), List.of(column), rows);
        try (Segment segment = fixture.open()) {
            assertArrayEquals(new int[] {1}, pages(segment, compare(column, Operator.EQUAL, 5000L)));
            assertArrayEquals(new int[] {0, 1}, pages(segment, compare(column, Operator.LESS, 4097L)));
            assertArrayEquals(new int[] {0}, pages(segment, compare(column, Operator.LESS, 4096L)));
            assertArrayEquals(new int[] {0, 1}, pages(segment, compare(column, Operator.LESS_OR_EQUAL, 4096L)));
            assertArrayEquals(new int[] {48}, pages(segment, compare(column, Operator.GREATER, 199_000L)));
            assertArrayEquals(
                    new int[] {32, 33},
                    pages(segment, new ColumnPredicate.Between(FIELD, column.values(), 131_072L, 135_168L)));
            assertArrayEquals(
                    new int[] {0, 40},
                    pages(segment, new ColumnPredicate.In(FIELD, column.values(), List.of(1L, 163_840L, -5L))));
            assertArrayEquals(new int[] {12, 24, 36, 48}, pages(segment, new ColumnPredicate.IsNull(FIELD)));
            assertEquals(49, pages(segment, new ColumnPredicate.IsNotNull(FIELD)).length);
            assertEquals(49, pages(segment).length);
            assertEquals(49, pages(segment, new ColumnPredicate.IsNull(99)).length);
        }
        assertFalse(KeyCondition.mayHold(
                List.of(KeyCondition.of(compare(column, Operator.GREATER, 200_000L))), fixture.descriptor()));
    }

    @Test
    void bloomFilterKnowsWhatIsAbsent() {
        SegmentColumn column = Samples.column(FIELD, 25, -1);
        Random random = new Random(1);
        List<Object[]> rows = Samples.rows(20_000, _ -> Utf8.of("k" + random.nextInt(1_000_000) * 2));
        SegmentFixture fixture = SegmentFixture.write(directory.resolve("s"), List.of(column), rows);
        try (Segment segment = fixture.open()) {
            int kept = 0;
            for (int absent = 1; absent < 2000; absent += 2) {
                kept += pages(segment, compare(column, Operator.EQUAL, Utf8.of("k" + absent))).length;
            }
            assertTrue(kept < 5 * 1000 * 0.05, "kept " + kept);
            for (int row = 0; row < 20_000; row += 111) {
                assertTrue(pages(segment, compare(column, Operator.EQUAL, rows.get(row)[0])).length > 0);
            }
        }
    }

    @Test
    void otherTypesValuesPruneNothing() {
        SegmentColumn column = Samples.column(FIELD, 23, -1);
        SegmentColumn wide = Samples.column(FIELD, 20, -1);
        SegmentFixture fixture =
                SegmentFixture.write(directory.resolve("s"), List.of(column), Samples.rows(10, row -> row));
        try (Segment segment = fixture.open()) {
            assertEquals(1, pages(segment, compare(wide, Operator.EQUAL, 5_000_000_000L)).length);
        }
    }

    /// Every value against every operator: a page left out holds no row that satisfies the condition.
    @ParameterizedTest
    @CsvFileSource(resources = "type-values.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = false)
    void nothingIsLost(int oid, int typmod, String texts) {
        SegmentColumn column = Samples.column(FIELD, oid, typmod);
        List<Object> values = Samples.parseAll(column, texts == null ? "" : texts);
        if (!comparable(column.values(), values)) {
            return;
        }
        // Each page has two of the values.
        List<Object[]> rows =
                Samples.rows(4096 * values.size(), row -> values.get((row / 4096 + row % 2) % values.size()));
        SegmentFixture fixture = SegmentFixture.write(directory.resolve("s"), List.of(column), rows);
        try (Segment segment = fixture.open()) {
            for (Object value : values) {
                for (Operator operator : Operator.values()) {
                    checkKept(
                            segment,
                            compare(column, operator, value),
                            found -> satisfies(operator, column.values().compare(found, value)));
                }
                checkKept(
                        segment,
                        new ColumnPredicate.In(FIELD, column.values(), List.of(value)),
                        found -> column.values().compare(found, value) == 0);
            }
        }
    }

    private static boolean comparable(ValueType type, List<Object> values) {
        try {
            for (Object left : values) {
                for (Object right : values) {
                    type.compare(left, right);
                }
            }
            KeyCondition.of(new ColumnPredicate.In(FIELD, type, values));
            return true;
        } catch (PgException _) {
            return false;
        }
    }

    private static boolean satisfies(Operator operator, int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    private static void checkKept(Segment segment, ColumnPredicate predicate, Predicate<Object> satisfied) {
        List<Integer> kept = new ArrayList<>();
        IntStream.of(pages(segment, predicate)).forEach(kept::add);
        for (int page = 0; page < segment.pageCount(); page++) {
            Vector vector = segment.column(0, page);
            for (int row = 0; row < vector.length() && !kept.contains(page); row += 1) {
                assertFalse(satisfied.test(vector.get(row)), "page " + page + " lost by " + predicate);
            }
        }
    }
}
