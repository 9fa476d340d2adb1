package io.pglitedb.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.rowstore.row.RowHeader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Plants each kind of damage behind the server's back and looks whether the check finds it, and nothing where
/// there is none.
@Timeout(120)
class CheckCommandTest {
    private static final RowStoreOptions OPTIONS = RowStoreOptions.defaults().withMemoryBytes(32 << 20);
    private static final String SCHEMA = """
            CREATE TABLE parent (id int PRIMARY KEY, name text NOT NULL);
            CREATE TABLE child (id int PRIMARY KEY, parent int REFERENCES parent, amount int CHECK (amount > 0), note text);
            CREATE INDEX child_note ON child (lower(note)) WHERE amount > 10;
            CREATE INDEX child_amount ON child (amount) INCLUDE (note);
            CREATE TABLE later (a int UNIQUE DEFERRABLE, b int);
            CREATE SEQUENCE numbers MAXVALUE 1000;
            CREATE TABLE gone (a int PRIMARY KEY);
            INSERT INTO gone SELECT generate_series(1, 100);
            INSERT INTO parent SELECT i, 'parent ' || i FROM generate_series(1, 50) i;
            INSERT INTO child SELECT i, i % 50 + 1, i, 'Note ' || i FROM generate_series(1, 200) i;
            INSERT INTO later VALUES (1, 1), (2, 2), (NULL, 3), (NULL, 4);
            SELECT nextval('numbers');
            DROP TABLE gone;
            ALTER TABLE child ADD COLUMN more int DEFAULT 7;
            DELETE FROM child WHERE id % 10 = 0;
            UPDATE child SET note = upper(note), amount = amount + 5 WHERE id % 3 = 0;
            """;

    @TempDir
    private static Path made;

    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    @TempDir
    private Path directory;

    private Path data;

    @BeforeAll
    static void make() throws SQLException {
        try (PgLiteDb db = PgLiteDb.open(made);
                Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE second");
            statement.execute(SCHEMA);
            try (ResultSet rows = statement.executeQuery(
                    "SELECT relname, relfilenode::int FROM pg_class WHERE relnamespace = 'public'::regnamespace")) {
                while (rows.next()) {
                    NUMBERS.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
    }

    @BeforeEach
    void copy() throws IOException {
        data = directory.resolve("data");
        try (var files = Files.walk(made)) {
            for (Path file : files.toList()) {
                Files.copy(file, data.resolve(made.relativize(file)));
            }
        }
    }

    private static int number(String relation) {
        return NUMBERS.get(relation);
    }

    private record Answer(int exitCode, String findings, String progress) {}

    private Answer check() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("--data", data.toString());
        return new Answer(exitCode, out.toString(), err.toString());
    }

    private void change(BiConsumer<RowStore, Transaction> damage) {
        try (RowStore store = RowStore.open(data, OPTIONS);
                Transaction transaction = store.begin(TransactionOptions.readCommitted(new LockSession(1)))) {
            damage.accept(store, transaction);
            transaction.commit(Durability.SYNC);
        }
    }

    /// The body of a row of `relation`.
    private static byte[] body(RowStore store, int relation, long rowid) {
        try (Snapshot snapshot = store.currentSnapshot()) {
            byte[] row = snapshot.get(relation, rowid);
            return Arrays.copyOfRange(row, RowHeader.LENGTH, row.length);
        }
    }

    private static void put(Transaction transaction, int relation, long rowid, byte[] body) {
        transaction.putRow(relation, rowid, body, 0, body.length);
    }

    private static byte[] firstKey(RowStore store, int index) {
        try (Snapshot snapshot = store.currentSnapshot();
                IndexCursor entries = snapshot.scanIndex(index, null, null, Direction.FORWARD)) {
            assertTrue(entries.next());
            return Arrays.copyOfRange(entries.key(), entries.keyOffset(), entries.keyOffset() + entries.keyLength());
        }
    }

    private static byte[] int8(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    @Test
    void findsNothingWhereNothingIs() {
        Answer answer = check();
        assertEquals("", answer.findings);
        assertEquals(0, answer.exitCode, answer.progress);
        assertTrue(answer.progress.contains("checked postgres public.child: 180 rows"), answer.progress);
        assertTrue(answer.progress.contains("checked second pg_catalog.pg_class"), answer.progress);
    }

    @Test
    void aDirectoryThatIsNotThereIsNotMade() {
        data = directory.resolve("other");
        assertEquals(1, check().exitCode);
        assertTrue(Files.notExists(data));
    }

    private static void breakIndexes(RowStore store, Transaction transaction) {
        int key = number("child_pkey");
        transaction.deleteIndex(key, firstKey(store, key));
        transaction.putIndex(key, new byte[] {1, 2, 3}, int8(5));
        transaction.deleteRow(number("child"), 6);
        int note = number("child_note");
        transaction.putIndex(note, new byte[] {1, 2, 3}, int8(2));
        int amount = number("child_amount");
        transaction.putIndex(amount, new byte[] {1, 2, 3}, int8(4711));
        transaction.putIndex(amount, firstKey(store, amount), int8(1));
    }

    private static void doubleKeys(RowStore store, Transaction transaction) {
        int parent = number("parent");
        put(transaction, parent, store.nextRowid(parent), body(store, parent, 1));
        int later = number("later");
        long rowid = store.nextRowid(later);
        put(transaction, later, rowid, body(store, later, 1));
        byte[] key = firstKey(store, number("later_a_key"));
        ByteBuffer.wrap(key).putLong(key.length - Long.BYTES, rowid);
        transaction.putIndex(number("later_a_key"), key, int8(rowid));
        put(transaction, later, 1_000_000, body(store, later, 1)); // Beyond the counter.
    }

    private static void breakRows(RowStore store, Transaction transaction) {
        int child = number("child");
        put(transaction, child, 3, Arrays.copyOf(body(store, child, 3), 4));
        byte[] checked = body(store, child, 4);
        ByteBuffer.wrap(checked).putInt(3 + 2 * Integer.BYTES, -4); // The third of the fixed columns.
        put(transaction, child, 4, checked);
        int parent = number("parent");
        byte[] nulled = body(store, parent, 4);
        nulled[2] |= 1 << 1; // The null bitmap's bit of the second column.
        put(transaction, parent, 4, nulled);
        transaction.deleteRow(parent, 2);
    }

    private static void breakCounters(RowStore store, Transaction transaction) {
        store.writeCounter("sequence " + number("numbers") + " value", 2_000);
        put(transaction, 1_000_000, 1, new byte[] {0});
    }

    @Test
    void findsEachKindOfDamage() {
        change((store, transaction) -> {
            breakIndexes(store, transaction);
            doubleKeys(store, transaction);
            breakRows(store, transaction);
            breakCounters(store, transaction);
        });
        Answer answer = check();
        assertEquals(1, answer.exitCode);
        for (String line : List.of(
                "public.child_pkey: row 1 has no entry",
                "public.child_pkey: an entry points at row 5, which has another key",
                "public.child_pkey: an entry points at row 6, which does not exist",
                "public.child_note: an entry points at row 2, which is outside of the index's predicate",
                "public.child_amount: an entry points at row 4711, which does not exist",
                "public.child_amount: the entry of row 1 has other included values than the row",
                "public.parent_pkey: row \\d+ has the same key as row 1",
                "public.later_a_key: row \\d+ has the same key as row 1",
                "public.later: the next new row would take rowid \\d+, but row 1000000 exists",
                "public.child: row 3 cannot be decoded: .+",
                "public.child: row 4 violates check constraint \"child_amount_check\"",
                "public.parent: row 4 has NULL in column \"name\", which is NOT NULL",
                "public.child: foreign key \"child_parent_fkey\" is violated: .+",
                "public.numbers: the last value 2000 is not between 1 and 1000")) {
            assertTrue(
                    answer.findings.lines().anyMatch(found -> found.matches("damage: postgres " + line)),
                    line + "\n" + answer.findings);
        }
        assertTrue(
                answer.findings.contains("damage: store: rows are stored under number 1000000, but the next"),
                answer.findings);
    }

    @Test
    void garbageIsNoDamage() {
        int[] number = new int[1];
        change((store, transaction) -> {
            number[0] = store.allocateNumber();
            put(transaction, number[0], 1, new byte[] {0});
            transaction.putIndex(number[0], new byte[] {1}, int8(1));
        });
        Answer answer = check();
        assertEquals(0, answer.exitCode, answer.findings);
        assertEquals("""
                garbage: store: rows under number %1$d belong to no relation
                garbage: store: index entries under number %1$d belong to no relation
                """.formatted(number[0]), answer.findings);
    }

    @Test
    void aBlockWithAWrongChecksum() throws IOException {
        change((store, transaction) -> {
            for (long rowid = 2_000_000; rowid < 2_060_000; rowid++) { // Ingested: so there is a table file.
                put(transaction, 1, rowid, new byte[100]);
            }
        });
        Path table;
        try (var files = Files.newDirectoryStream(data.resolve("rocksdb"), "*.sst")) {
            table = files.iterator().next();
        }
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length / 3] ^= 1;
        Files.write(table, bytes);
        Answer answer = check();
        assertEquals(1, answer.exitCode);
        assertTrue(answer.findings.contains("damage: store: row storage: block checksum mismatch"), answer.toString());
    }
}
