package io.pglitedb.columnstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.columnstore.cache.VectorCache;
import io.pglitedb.columnstore.predicate.ColumnPredicate;
import io.pglitedb.columnstore.predicate.KeyCondition;
import io.pglitedb.columnstore.read.Segment;
import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that is not what was written raises an error that names it, and never gives another answer.
class DamageTest {
    @TempDir
    private Path directory;

    private SegmentFixture fixture;
    private byte[] written;
    private String answer;

    @BeforeEach
    void writeSegment() throws IOException {
        List<SegmentColumn> columns = List.of(
                Samples.column(1, 20, -1),
                Samples.column(2, 25, -1),
                Samples.column(3, 1700, -1),
                Samples.column(4, 1114, -1),
                Samples.column(5, 16, -1));
        Random random = new Random(5);
        List<Object[]> rows = new ArrayList<>();
        for (int row = 0; row < 6000; row++) {
            rows.add(new Object[] {
                random.nextLong(),
                Utf8.of("text " + random.nextInt(3000)),
                row % 100 == 0 ? null : Samples.random(1700, random).apply(row),
                row % 1000 == 7 ? Long.MAX_VALUE : (Object) (row * 1000L),
                row % 3 == 0
            });
        }
        fixture = SegmentFixture.write(directory.resolve("7.parquet"), columns, rows);
        written = Files.readAllBytes(fixture.file());
        answer = read();
    }

    /// Everything that can be read, as text.
    private String read() {
        StringBuilder all = new StringBuilder();
        try (Segment segment = fixture.open(new VectorCache(0))) {
            for (int page = 0; page < segment.pageCount(); page++) {
                List<Vector> vectors = new ArrayList<>(List.of(segment.rowids(page)));
                for (int column = 0; column < 5; column++) {
                    vectors.add(segment.column(column, page));
                }
                for (int row = 0; row < segment.rows(page); row += 61) {
                    for (Vector vector : vectors) {
                        all.append(' ').append(vector.get(row));
                    }
                }
            }
            for (int key = 0; key < 3000; key += 17) {
                ColumnPredicate equal = new ColumnPredicate.In(
                        2, fixture.schema().columns().get(1).values(), List.of(Utf8.of("text " + key)));
                all.append(segment.pages(List.of(KeyCondition.of(equal))).length);
            }
        }
        return all.toString();
    }

    @Test
    void aFlippedByteIsAnError() throws IOException {
        Random random = new Random(11);
        int errors = 0;
        for (int round = 0; round < 400; round++) {
            byte[] damaged = written.clone();
            int at = round < 100 ? damaged.length - 1 - round * 7 : random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(fixture.file(), damaged);
            try {
                assertEquals(answer, read(), "byte " + at);
            } catch (PgException error) {
                errors++;
                assertEquals(SqlState.DATA_CORRUPTED, error.state());
                assertTrue(error.getMessage().contains("7.parquet"), error.getMessage());
            }
        }
        assertTrue(errors > 350, "errors: " + errors);
    }

    @Test
    void aShorterOrLongerFileIsAnError() throws IOException {
        for (int length : new int[] {0, 3, 100, written.length / 2, written.length - 1, written.length + 1}) {
            Files.write(fixture.file(), Arrays.copyOf(written, length));
            PgException error = assertThrows(PgException.class, this::read);
            assertEquals(SqlState.DATA_CORRUPTED, error.state());
            assertTrue(error.getMessage().contains("7.parquet"), error.getMessage());
        }
    }

    @Test
    void aMissingFileIsAnError() throws IOException {
        Files.delete(fixture.file());
        PgException error = assertThrows(PgException.class, this::read);
        assertEquals(SqlState.IO_ERROR, error.state());
        assertEquals(
                "could not open file \"%s\": No such file or directory".formatted(fixture.file()), error.getMessage());
    }

    @Test
    void aFileCutUnderAReaderIsAnError() throws IOException {
        try (Segment segment = fixture.open(new VectorCache(0))) {
            Files.write(fixture.file(), new byte[100]);
            PgException error = assertThrows(PgException.class, () -> segment.column(0, 1));
            assertEquals(SqlState.DATA_CORRUPTED, error.state());
        }
    }

    @Test
    void anInterruptedReaderReadsOn() {
        try (Segment segment = fixture.open(new VectorCache(0))) {
            Thread.currentThread().interrupt();
            assertEquals(4096, segment.column(0, 0).length());
            assertTrue(Thread.interrupted());
            assertEquals(4096, segment.column(0, 0).length());
        }
    }
}
