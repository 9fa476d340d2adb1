package io.pglitedb.columnstore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A reader that is not ours sees the same values in our files.
class DuckDbReadsSegmentsTest {
    private static final TestSession SESSION = new TestSession();

    @TempDir
    private Path directory;

    private Connection duckDb;

    @BeforeEach
    void open() throws SQLException {
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckDb.createStatement()) {
            statement.execute("set threads to 1");
            statement.execute("set timezone to 'UTC'");
        }
    }

    @AfterEach
    void close() throws SQLException {
        duckDb.close();
    }

    private List<List<String>> query(String sql, Object... arguments) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = duckDb.createStatement();
                ResultSet result = statement.executeQuery(sql.formatted(arguments))) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /// @param cast what makes DuckDB print as PostgreSQL does
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "16|-1|BOOLEAN|c1::varchar|true ; false",
                "21|-1|SMALLINT|c1::varchar|0 ; 32767 ; -32768",
                "23|-1|INTEGER|c1::varchar|0 ; 2147483647 ; -2147483648 ; 7",
                "20|-1|BIGINT|c1::varchar|0 ; 9223372036854775807 ; -9223372036854775808 ; 7",
                "26|-1|UINTEGER|c1::varchar|0 ; 4294967295 ; 2147483648",
                "5069|-1|UBIGINT|c1::varchar|0 ; 18446744073709551615",
                "700|-1|FLOAT|c1::varchar|0.5 ; -1.25 ; 3.5",
                "701|-1|DOUBLE|c1::varchar|0.1 ; -1.25 ; 3.5",
                "1700|655366|DECIMAL(10,2)|c1::varchar|0.00 ; 12345678.99 ; -12345678.99 ; 0.01",
                "1700|2490376|DECIMAL(38,4)|c1::varchar|0.0000 ; -1234567890123456789012345678901234.5678 ; 1.5000",
                "1700|-1|DECIMAL(18,3)|c1::varchar|0.125 ; -7.000 ; 123456.789",
                "1082|-1|DATE|c1::varchar|2000-01-01 ; 1969-12-31 ; 1500-02-28 ; 9999-12-31",
                "1083|-1|TIME|c1::varchar|00:00:00 ; 12:34:56.789012 ; 23:59:59",
                "1114|-1|TIMESTAMP|c1::varchar|2000-01-01 00:00:00 ; 1969-12-31 23:59:59.999999 ; 1500-01-01 00:00:00",
                "1184|-1|TIMESTAMP WITH TIME ZONE|c1::varchar|2000-01-01 00:00:00+00 ; 2024-02-29 12:00:00.5+00",
                "2950|-1|UUID|c1::varchar|a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11 ; 00000000-0000-0000-0000-000000000000",
                "25|-1|VARCHAR|c1|'' ; äöü ; 日本語 ; a  b",
                "1043|-1|VARCHAR|c1|x ; yy",
                "1042|9|VARCHAR|c1|ab ; xyz",
                "114|-1|JSON|c1::varchar|{\"a\":  1} ; [1,2.50]",
                "3802|-1|JSON|c1::varchar|{\"a\": 1.50} ; [1, null]",
                "17|-1|BLOB|nullif(concat('\\x', lower(hex(c1))), '\\x')|\\x00ff ; \\xdeadbeef"
            })
    void valuesOfEveryStandardType(int oid, int typmod, String type, String cast, String texts) throws SQLException {
        SegmentColumn column = Samples.column(1, oid, typmod);
        List<Object> values = Samples.parseAll(column, texts);
        Random random = new Random(oid);
        List<Object[]> rows =
                Samples.rows(9000, _ -> random.nextInt(10) == 0 ? null : values.get(random.nextInt(values.size())));
        Path file = SegmentFixture.write(directory.resolve("d.parquet"), List.of(column), rows)
                .file();
        assertEquals(List.of(List.of(type)), query("select typeof(c1) from '%s' limit 1", file));
        List<List<String>> found = query("select %s, _row_id from '%s' order by _row_id", cast, file);
        assertEquals(rows.size(), found.size());
        for (int row = 0; row < rows.size(); row++) {
            assertEquals(print(column, rows.get(row)[0]), found.get(row).getFirst(), "row " + row);
            assertEquals(
                    Long.toString(SegmentFixture.FIRST_ROWID + (long) SegmentFixture.STEP * row),
                    found.get(row).get(1));
        }
    }

    private static String print(SegmentColumn column, Object value) {
        if (value == null) {
            return null;
        }
        ByteWriter text = new ByteWriter();
        column.values().print(value, SESSION, text);
        String printed = text.toString();
        return column.type().oid() == 16 ? printed.equals("t") ? "true" : "false" : printed;
    }

    /// All encodings and compressions, statistics and bloom filters that DuckDB prunes by.
    @Test
    void encodingsAndIndexes() throws SQLException {
        List<SegmentColumn> columns = List.of(
                Samples.column(1, 20, -1),
                Samples.column(2, 20, -1),
                Samples.column(3, 25, -1),
                Samples.column(4, 25, -1),
                Samples.column(5, 701, -1),
                Samples.column(6, 23, -1));
        Random random = new Random(3);
        List<Object[]> rows = new ArrayList<>();
        for (int row = 0; row < 150_000; row++) {
            rows.add(new Object[] {
                (long) row,
                random.nextLong() & -2,
                Utf8.of("key " + random.nextInt(100_000) * 2),
                Utf8.of("some words " + "and more ".repeat(random.nextInt(9)) + random.nextInt()),
                random.nextGaussian(),
                random.nextInt(5) * 1000
            });
        }
        Path file = SegmentFixture.write(directory.resolve("e.parquet"), columns, rows)
                .file();
        assertEquals(
                List.of(
                        List.of("DELTA_BINARY_PACKED"),
                        List.of("DELTA_LENGTH_BYTE_ARRAY"),
                        List.of("PLAIN"),
                        List.of("RLE_DICTIONARY")),
                query(
                        "select distinct unnest(regexp_extract_all(encodings, '[A-Z_]{5,}')) e"
                                + " from parquet_metadata('%s') order by e",
                        file));
        assertEquals(List.of(List.of("1")), query("select count(*) from '%s' where c1 = 149999", file));
        assertEquals(
                List.of(List.of("1", rows.get(777)[4].toString())),
                query("select count(*), min(c5) from '%s' where c2 = %s", file, rows.get(777)[1]));
        assertEquals(List.of(List.of("0")), query("select count(*) from '%s' where c2 = 1", file));
        assertEquals(List.of(List.of("0")), query("select count(*) from '%s' where c3 = 'key 1'", file));
        List<List<String>> probes =
                query("select bool_and(bloom_filter_excludes) from parquet_bloom_probe('%s', 'c3', 'key 1')", file);
        assertEquals(List.of(List.of("true")), probes);
        assertEquals(
                List.of(List.of("false")),
                query(
                        "select bool_and(bloom_filter_excludes) from parquet_bloom_probe('%s', 'c3', '%s')",
                        file, rows.get(5)[2]));
        long sum = rows.stream().mapToLong(row -> (Long) row[0]).sum();
        int words = rows.stream().mapToInt(row -> ((Utf8) row[3]).length()).sum();
        long sixes = rows.stream().mapToLong(row -> (Integer) row[5]).sum();
        assertEquals(
                List.of(List.of(Long.toString(sum), Integer.toString(words), Long.toString(sixes))),
                query("select sum(c1), sum(length(c4)), sum(c6) from '%s'", file));
    }

    @Test
    void exceptionsStandBeside() throws SQLException {
        SegmentColumn column = Samples.column(1, 1114, -1);
        List<Object> values = Samples.parseAll(column, "2000-01-01 00:00:00 ; infinity");
        Path file = SegmentFixture.write(directory.resolve("x.parquet"), List.of(column), Samples.rows(2, values::get))
                .file();
        assertEquals(
                List.of(List.of("2000-01-01 00:00:00", ""), Arrays.asList(null, "7FFFFFFFFFFFFFFF")),
                query("select c1::varchar, coalesce(hex(\"c1$exact\"), '') from '%s' order by _row_id", file));
    }
}
