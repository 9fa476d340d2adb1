package io.pglitedb.columnstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.columnstore.foreign.ForeignFile;
import io.pglitedb.columnstore.foreign.ForeignRows;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that DuckDB writes are read as what it put in.
class ForeignFileTest {
    private static final int ROWS = 5000;
    private static final TestSession SESSION = new TestSession();

    @TempDir
    private Path directory;

    private Path write(String query, String options) throws SQLException {
        Path file = directory.resolve("foreign.parquet");
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("copy (%s) to '%s' (format parquet, %s)".formatted(query, file, options));
        }
        return file;
    }

    /// Each row as text, columns separated by bars.
    private static List<String> read(Path path) {
        List<String> lines = new ArrayList<>();
        try (ForeignFile file = ForeignFile.open(path)) {
            int[] columns = new int[file.columns().size()];
            for (int column = 0; column < columns.length; column++) {
                columns[column] = column;
            }
            ForeignRows rows = file.rows(columns);
            for (Object[] row = rows.next(); row != null; row = rows.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 0; column < row.length; column++) {
                    values.add(
                            row[column] == null
                                    ? "NULL"
                                    : BuiltinTypes.get(file.type(column).oid())
                                            .toUtf8(row[column], SESSION)
                                            .toString());
                }
                lines.add(String.join("|", values));
            }
            assertEquals(file.rowCount(), lines.size());
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource({
        "uncompressed, v1",
        "snappy, v1",
        "gzip, v1",
        "zstd, v1",
        "lz4_raw, v1",
        "snappy, v2",
        "zstd, v2",
        "uncompressed, v2"
    })
    void compressionsAndPageVersions(String compression, String version) throws SQLException {
        String query = "select case when i %% 7 = 0 then null else i end a, i * 1000003 b, 'text ' || (i %% 50) c,"
                + " 'some longer text that repeats ' || i d, i / 8.0::double e, i %% 2 = 0 f, i::float g,"
                + " case when i %% 3 = 0 then null else i::decimal(12,2) end h"
                + " from range(%d) t(i)";
        Path file = write(
                query.formatted(ROWS),
                "compression %s, parquet_version %s, row_group_size 2048".formatted(compression, version));
        List<String> lines = read(file);
        assertEquals(ROWS, lines.size());
        for (int row = 0; row < ROWS; row++) {
            String expected = String.join(
                    "|",
                    row % 7 == 0 ? "NULL" : Integer.toString(row),
                    Long.toString(row * 1_000_003L),
                    "text " + row % 50,
                    "some longer text that repeats " + row,
                    print(row / 8.0),
                    row % 2 == 0 ? "t" : "f",
                    Integer.toString(row),
                    row % 3 == 0 ? "NULL" : row + ".00");
            assertEquals(expected, lines.get(row));
        }
    }

    private static String print(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    @Test
    void types() throws SQLException {
        Path file = write(
                "select -5::tinyint a, 200::utinyint b, 300::smallint c, 60000::usmallint d, 4000000000::uinteger e,"
                        + " 18446744073709551615::ubigint f, 1.5::decimal(4,1) g, -1.25::decimal(18,2) h,"
                        + " 12345678901234567890.5::decimal(38,1) i, date '1969-12-31' j, time '12:34:56.5' k,"
                        + " timestamp '2020-01-02 03:04:05.678901' l, timestamptz '2020-01-02 03:04:05+00' m,"
                        + " timestamp_ns '2020-01-02 03:04:05.678901234' n, timestamp_ms '1960-01-02 03:04:05.678' o,"
                        + " 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid p, 'x'::blob q, 'äöü' r,"
                        + " '{\"a\": 1}'::json s, 'happy'::enum('happy', 'sad') t",
                "compression snappy");
        assertEquals(
                List.of("-5|200|300|60000|4000000000|18446744073709551615|1.5|-1.25|12345678901234567890.5|1969-12-31"
                        + "|12:34:56.5|2020-01-02 03:04:05.678901|2020-01-02 03:04:05+00|2020-01-02 03:04:05.678901"
                        + "|1960-01-02 03:04:05.678|a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11|\\x78|äöü|{\"a\": 1}|happy"),
                read(file));
    }

    @Test
    void nestedColumnsAreRefusedByName() throws SQLException {
        Path path = write("select 1 a, [1, 2] b, {'x': 1, 'y': 2} c, 'last' d", "compression snappy");
        try (ForeignFile file = ForeignFile.open(path)) {
            assertEquals(List.of("a", "d"), file.columns());
            assertEquals(-1, file.indexOf("x"));
            PgException refused = assertThrows(PgException.class, () -> file.indexOf("b"));
            assertEquals(SqlState.FEATURE_NOT_SUPPORTED, refused.state());
            ForeignRows rows = file.rows(new int[] {file.indexOf("d")});
            assertEquals("last", rows.next()[0].toString());
            assertNull(rows.next());
        }
    }

    @Test
    void damageIsAnError() throws SQLException, IOException {
        Path path =
                write("select i a, 'text ' || (i % 50) b, i::varchar c from range(3000) t(i)", "compression snappy");
        byte[] written = Files.readAllBytes(path);
        Random random = new Random(4);
        int errors = 0;
        for (int round = 0; round < 200; round++) {
            byte[] damaged = written.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(path, damaged);
            try {
                read(path);
            } catch (PgException error) {
                errors++;
                assertTrue(
                        error.state() == SqlState.DATA_CORRUPTED || error.state() == SqlState.FEATURE_NOT_SUPPORTED,
                        error.getMessage());
            }
        }
        assertTrue(errors > 20, "errors: " + errors);
    }
}
