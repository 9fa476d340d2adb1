package io.pglitedb.regress.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.regress.session.RunningServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.largeobject.LargeObject;
import org.postgresql.largeobject.LargeObjectManager;

/// Large objects through pgjdbc, which calls their functions by the function call message, and through SQL.
final class LargeObjectTest {
    private static RunningServer server;
    private static Connection connection;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException {
        server = new RunningServer(directory);
        connection = server.connect();
        connection.setAutoCommit(false);
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    private static LargeObjectManager objects() throws SQLException {
        return connection.unwrap(PGConnection.class).getLargeObjectAPI();
    }

    private static String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() throws SQLException {
        byte[] content = new byte[10_000];
        new Random(1).nextBytes(content);
        long oid = objects().createLO();
        try (LargeObject object = objects().open(oid)) {
            object.write(content);
            assertEquals(10_000, object.tell64());
            object.seek(4_000);
            object.write(new byte[] {1, 2, 3});
            object.seek(3_999);
            assertArrayEquals(new byte[] {content[3_999], 1, 2, 3, content[4_003]}, object.read(5));
            object.truncate(5_000);
            assertEquals(5_000, object.size64());
        }
        connection.commit();
        assertEquals("5000", ask("SELECT length(lo_get(%d))".formatted(oid)));
        assertEquals("3", ask("SELECT count(*) FROM pg_largeobject WHERE loid = " + oid));
        objects().delete(oid);
        connection.rollback();
        assertEquals("5000", ask("SELECT length(lo_get(%d))".formatted(oid)));
        objects().delete(oid);
        connection.commit();
        assertEquals("0", ask("SELECT count(*) FROM pg_largeobject WHERE loid = " + oid));
    }

    @Test
    void descriptorsEndWithTheTransaction() throws SQLException {
        long oid = objects().createLO();
        LargeObject object = objects().open(oid);
        connection.commit();
        SQLException closed = assertThrows(SQLException.class, () -> object.read(1));
        assertEquals("42704", closed.getSQLState());
        connection.rollback();
        SQLException missing = assertThrows(SQLException.class, () -> objects().open(1L));
        assertEquals("ERROR: large object 1 does not exist", missing.getMessage());
        connection.rollback();
    }

    @Test
    void holesReadAsZeros() throws SQLException {
        assertEquals("47", ask("SELECT lo_from_bytea(47, '\\x0102')"));
        ask("SELECT lo_put(47, 5000, '\\xff')");
        assertEquals("5001", ask("SELECT length(lo_get(47))"));
        assertEquals("\\x02000000", ask("SELECT lo_get(47, 1, 4)::text"));
        assertEquals("\\x00ff", ask("SELECT lo_get(47, 4999, 10)::text"));
        connection.rollback();
    }
}
