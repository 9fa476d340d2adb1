package io.pglitedb.regress.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/// COPY … (FORMAT parquet), end to end.
final class ParquetCopyTest {
    private static final String COLUMNS = "a int, b bigint, c text, d numeric(12,2), e numeric, f date, g timestamp,"
            + " h timestamptz, i bool, j uuid, k jsonb, l int[], m interval, n real, o double precision, p varchar(5),"
            + " q bytea, r smallint, s time, t char(4), \"U v\" inet";

    @TempDir
    private static Path directory;

    private static RunningServer server;
    private static Connection connection;
    private static Statement statement;

    @BeforeAll
    static void start(@TempDir Path data) throws SQLException {
        server = new RunningServer(data);
        connection = server.connect("preferQueryMode", "simple");
        statement = connection.createStatement();
        run("CREATE TABLE t (" + COLUMNS + ")");
        run("INSERT INTO t SELECT i, i * 1000000000::bigint, 'text ' || i, i / 7.0, i / 3.0, date '2000-01-01' + i,"
                + " timestamp '1969-12-31 23:00' + i * interval '1 min', timestamptz '2024-01-01 00:00+02', i % 2 = 0,"
                + " gen_random_uuid(), jsonb_build_object('i', i), array[i, null], i * interval '1 day', i / 10.0,"
                + " i / 3.0::float8, 'v' || i % 10, ('\\x' || lpad(to_hex(i), 8, '0'))::bytea, i % 100,"
                + " time '00:00' + i * interval '1 s', 'c' || i % 7, '10.0.0.1' FROM generate_series(1, 5000) i");
        run("INSERT INTO t (a) VALUES (-1)");
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    private static void run(String sql) throws SQLException {
        statement.execute(sql);
    }

    private static String value(String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static String file(String name) {
        return "'" + directory.resolve(name) + "'";
    }

    private static void fails(String message, String sql) {
        assertEquals(
                message,
                assertThrows(PSQLException.class, () -> run(sql))
                        .getServerErrorMessage()
                        .getMessage());
    }

    @Test
    void copyInBringsBackWhatCopyOutGave() throws SQLException {
        run("COPY t TO " + file("t.parquet") + " (FORMAT parquet)");
        run("CREATE TABLE back (" + COLUMNS + ")");
        run("COPY back FROM " + file("t.parquet") + " (FORMAT parquet)");
        assertEquals("5001", value("SELECT count(*) FROM back"));
        assertEquals("0", value("SELECT count(*) FROM (SELECT * FROM t EXCEPT SELECT * FROM back) AS lost"));
        assertEquals("0", value("SELECT count(*) FROM (SELECT * FROM back EXCEPT SELECT * FROM t) AS more"));
    }

    @Test
    void columnsGoByNameAndTypesByAssignment() throws SQLException {
        run("COPY (SELECT a, c AS \"text\", b FROM t WHERE a < 3) TO " + file("q.parquet") + " (FORMAT parquet)");
        run("CREATE TABLE other (\"text\" varchar(6), a numeric(8,1))");
        run("COPY other FROM " + file("q.parquet") + " (FORMAT parquet)");
        assertEquals(
                "-1.0:,1.0:text 1,2.0:text 2",
                value("SELECT string_agg(concat(a, ':', \"text\"), ',' ORDER BY a) FROM other"));
        run("CREATE TABLE small (a smallint CHECK (a < 2))");
        fails(
                "new row for relation \"small\" violates check constraint \"small_a_check\"",
                "COPY small FROM " + file("q.parquet") + " (FORMAT parquet)");
        assertEquals("0", value("SELECT count(*) FROM small"));
        run("CREATE TABLE unknown (a int, z int)");
        fails("column \"z\" is not in the file", "COPY unknown FROM " + file("q.parquet") + " (FORMAT parquet)");
    }

    @Test
    void theClientGetsTheSameFile() throws SQLException, IOException {
        String query = "COPY (SELECT a, c FROM t) TO ";
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query + "STDOUT (FORMAT parquet)", client);
        Files.write(directory.resolve("client.parquet"), client.toByteArray());
        run("CREATE TABLE fetched (a int, c text)");
        run("COPY fetched FROM " + file("client.parquet") + " (FORMAT parquet)");
        assertEquals("5001", value("SELECT count(*) FROM fetched"));
        assertEquals(5001, copyIn(client.toByteArray()));
        assertEquals("10002", value("SELECT count(*) FROM fetched"));
        assertEquals(
                "ERROR: invalid data in file \"FILE\": no Parquet file",
                assertThrows(PSQLException.class, () -> copyIn("no such file".getBytes(UTF_8)))
                        .getMessage()
                        .replaceAll("\"[^\"]*\"", "\"FILE\""));
        assertEquals("10002", value("SELECT count(*) FROM fetched"));
    }

    private static long copyIn(byte[] data) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY fetched FROM STDIN (FORMAT parquet)", new ByteArrayInputStream(data));
    }

    @Test
    void whatParquetCannotHoldIsRefused() throws SQLException, IOException {
        String target = " TO " + file("x.parquet") + " (FORMAT parquet)";
        fails("column \"a\" specified more than once", "COPY (SELECT 1 AS a, 2 AS a)" + target);
        fails(
                "value infinity of column \"d\" is out of range for Parquet",
                "COPY (SELECT 'infinity'::date AS d)" + target);
        fails(
                "value NaN of column \"n\" is out of range for Parquet",
                "COPY (SELECT 'NaN'::numeric(5,2) AS n)" + target);
        fails("cannot specify DELIMITER in PARQUET mode", "COPY t TO STDOUT (FORMAT parquet, DELIMITER ',')");
        fails("cannot specify HEADER in PARQUET mode", "COPY t TO STDOUT (FORMAT parquet, HEADER)");
        Path text = Files.writeString(directory.resolve("text.parquet"), "this is no file of columns");
        fails(
                "invalid data in file \"%s\": no Parquet file".formatted(text),
                "COPY t FROM " + file("text.parquet") + " (FORMAT parquet)");
    }
}
