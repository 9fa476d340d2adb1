package io.pglitedb.columnstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.columnstore.read.Segment;
import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.columnstore.schema.SegmentSchema;
import io.pglitedb.columnstore.write.SegmentWriter;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Vector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes into a segment comes out of it, of every type.
class SegmentRoundTripTest {
    private static final long SEED = 20260924;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvFileSource(resources = "type-values.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = false)
    void everyType(int oid, int typmod, String texts) {
        SegmentColumn column = Samples.column(1, oid, typmod);
        List<Object> values = Samples.parseAll(column, texts == null ? "" : texts);
        Random random = new Random(SEED);
        check(column, Samples.rows(values.size() * 3, row -> values.get(row % values.size())));
        check(column, Samples.rows(9000, _ -> values.get(random.nextInt(values.size()))));
        check(column, Samples.rows(5000, _ -> random.nextInt(3) == 0 ? null : values.getFirst()));
        check(column, Samples.rows(5000, row -> row == 4999 ? values.getLast() : null));
        check(column, Samples.rows(10, _ -> null));
        check(column, Samples.rows(6000, row -> row < 4096 ? values.getFirst() : values.get(row % values.size())));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 23, 25, 700, 701, 1043, 1082, 1114, 1184, 1700})
    void randomValues(int oid) {
        SegmentColumn column = Samples.column(1, oid, -1);
        Random random = new Random(SEED);
        IntFunction<Object> values = Samples.random(oid, random);
        check(column, Samples.rows(10_000, values));
        check(column, Samples.rows(10_000, row -> random.nextInt(5) == 0 ? null : values.apply(row)));
    }

    @Test
    void sortedAndSteppedNumbers() {
        SegmentColumn int8 = Samples.column(1, 20, -1);
        check(int8, Samples.rows(20_000, row -> (long) row));
        check(int8, Samples.rows(20_000, row -> row % 7 == 0 ? null : row * 1_000_003L));
        check(int8, Samples.rows(20_000, row -> row % 2 == 0 ? Long.MIN_VALUE + row : Long.MAX_VALUE - row));
        SegmentColumn int4 = Samples.column(1, 23, -1);
        check(int4, Samples.rows(20_000, row -> row % 2 == 0 ? Integer.MIN_VALUE + row : Integer.MAX_VALUE - row));
        check(int4, Samples.rows(20_000, row -> 5 * row));
    }

    @Test
    void severalRowGroupsAndColumns() {
        List<SegmentColumn> columns =
                List.of(Samples.column(1, 20, -1), Samples.column(5, 25, -1), Samples.column(3, 1700, -1));
        Random random = new Random(SEED);
        IntFunction<Object> text = Samples.random(25, random);
        IntFunction<Object> numeric = Samples.random(1700, random);
        List<Object[]> rows = new ArrayList<>();
        for (int row = 0; row < 300_000; row++) {
            rows.add(new Object[] {(long) row / 3, row % 11 == 0 ? null : text.apply(row), numeric.apply(row)});
        }
        SegmentFixture fixture = SegmentFixture.write(directory.resolve("s.parquet"), columns, rows);
        assertEquals(3, fixture.descriptor().groups().size());
        checkRows(fixture, rows);
    }

    /// 300,000 rows without a gap in the first row group, with one behind it.
    @Test
    void positionsInDenseRowGroups() {
        SegmentSchema schema = new SegmentSchema(1, List.of(Samples.column(1, 20, -1)));
        try (SegmentWriter writer = SegmentWriter.create(directory.resolve("s.parquet"), schema)) {
            for (int row = 0; row < 300_000; row++) {
                writer.append(row < 131_072 ? 50 + row : 60 + row, new Object[] {(long) row});
            }
            SegmentFixture fixture = new SegmentFixture(directory.resolve("s.parquet"), schema, writer.finish());
            try (Segment segment = fixture.open()) {
                assertEquals(0, segment.position(50));
                assertEquals(-1, segment.position(49));
                assertEquals(131_071, segment.position(50 + 131_071));
                assertEquals(-1, segment.position(50 + 131_072));
                assertEquals(-1, segment.position(59 + 131_072));
                assertEquals(131_072, segment.position(60 + 131_072));
                assertEquals(299_999, segment.position(60 + 299_999));
                assertEquals(-1, segment.position(60 + 300_000));
                assertEquals(299_999L, segment.value(0, segment.position(60 + 299_999)));
            }
        }
    }

    @Test
    void largeValuesMakeSmallPages() {
        SegmentColumn bytea = Samples.column(1, 25, -1);
        String large = "x".repeat(100_000);
        List<Object[]> rows = Samples.rows(700, row -> Samples.parse(bytea, large + row));
        SegmentFixture fixture = SegmentFixture.write(directory.resolve("s.parquet"), List.of(bytea), rows);
        try (Segment segment = fixture.open()) {
            assertTrue(segment.pageCount() >= 10, "pages: " + segment.pageCount());
        }
        checkRows(fixture, rows);
    }

    @Test
    void abandonedSegmentLeavesNoFile() throws Exception {
        SegmentSchema schema = new SegmentSchema(1, List.of(Samples.column(1, 20, -1)));
        try (SegmentWriter writer = SegmentWriter.create(directory.resolve("s.parquet"), schema)) {
            writer.append(5, new Object[] {1L});
            assertThrows(IllegalArgumentException.class, () -> writer.append(5, new Object[] {1L}));
        }
        try (var files = Files.list(directory)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void subsetOfColumnsByFieldId() {
        List<SegmentColumn> columns = List.of(Samples.column(1, 20, -1), Samples.column(2, 23, -1));
        List<Object[]> rows = List.of(new Object[] {1L, 2}, new Object[] {null, 3});
        SegmentFixture whole = SegmentFixture.write(directory.resolve("s.parquet"), columns, rows);
        SegmentColumn renamed = new SegmentColumn(
                2, "other", columns.get(1).type(), columns.get(1).values());
        SegmentFixture part =
                new SegmentFixture(whole.file(), new SegmentSchema(8, List.of(renamed)), whole.descriptor());
        try (Segment segment = part.open()) {
            assertEquals(3, segment.value(0, 1));
        }
    }

    private void check(SegmentColumn column, List<Object[]> rows) {
        checkRows(SegmentFixture.write(directory.resolve("s.parquet"), List.of(column), rows), rows);
    }

    private static void checkRows(SegmentFixture fixture, List<Object[]> rows) {
        assertEquals(rows.size(), fixture.descriptor().rowCount());
        try (Segment segment = fixture.open()) {
            int row = 0;
            for (int page = 0; page < segment.pageCount(); page++) {
                assertEquals(row, segment.firstPosition(page));
                LongVector rowids = segment.rowids(page);
                checkPage(fixture, segment, page, rows.subList(row, row + segment.rows(page)));
                for (int index = 0; index < segment.rows(page); index += 97) {
                    assertEquals(rowid(row + index), rowids.values()[index]);
                    checkPoint(segment, row + index);
                }
                row += segment.rows(page);
            }
            assertEquals(rows.size(), row);
            assertEquals(-1, segment.position(SegmentFixture.FIRST_ROWID - 1));
            assertEquals(-1, segment.position(rowid(rows.size())));
        }
    }

    private static long rowid(int row) {
        return SegmentFixture.FIRST_ROWID + (long) SegmentFixture.STEP * row;
    }

    private static void checkPoint(Segment segment, int row) {
        assertEquals(row, segment.position(rowid(row)));
        assertEquals(-1, segment.position(rowid(row) + 1));
        assertEquals(rowid(row), segment.rowid(row));
    }

    private static void checkPage(SegmentFixture fixture, Segment segment, int page, List<Object[]> rows) {
        for (int index = 0; index < fixture.schema().columns().size(); index++) {
            SegmentColumn column = fixture.schema().columns().get(index);
            Vector vector = segment.column(index, page);
            assertEquals(rows.size(), vector.length());
            for (int row = 0; row < rows.size(); row++) {
                Object expected = rows.get(row)[index];
                assertEquals(expected == null, vector.isNull(row));
                Object found = vector.get(row);
                assertFalse(found != null && !column.values().carrier().isInstance(found), "carrier");
                assertEquals(Samples.exact(column.values(), expected), Samples.exact(column.values(), found));
            }
        }
    }
}
