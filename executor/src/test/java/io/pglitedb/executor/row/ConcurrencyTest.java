package io.pglitedb.executor.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.rowstore.Isolation;
import io.pglitedb.types.error.PgException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two sessions on the same rows. Expected answers are PostgreSQL's (eval-plan-qual.spec and others).
@Timeout(60)
final class ConcurrencyTest extends DatabaseTest {
    private TestClient other;
    private TableDef accounts;
    private IndexDef key;

    @BeforeEach
    void createTables() {
        other = client(2);
        accounts = catalog.table("a", "id int4 not null", "kind text", "balance int4");
        key = catalog.index("a_pkey", accounts, true, null, "id");
        catalog.table("k", "kind text", "rate int4");
        client.run("INSERT INTO a VALUES (1, 'x', 100), (2, 'y', 200)");
        client.run("INSERT INTO k VALUES ('x', 10), ('y', 20)");
    }

    /// Runs a statement that has to wait for the first client.
    private CompletableFuture<List<String>> waiting(String sql) throws InterruptedException {
        CompletableFuture<List<String>> rows = CompletableFuture.supplyAsync(
                () -> other.run(sql), task -> Thread.ofVirtual().start(task));
        TimeUnit.MILLISECONDS.sleep(100);
        assertEquals(false, rows.isDone(), "does not wait: " + sql);
        return rows;
    }

    private void first(String sql) {
        client.begin(Isolation.READ_COMMITTED);
        client.run(sql);
    }

    @Test
    void updatesTheNewestVersion() throws Exception {
        first("UPDATE a SET balance = balance + 10 WHERE id = 1");
        var rows = waiting("UPDATE a SET balance = balance + 1 WHERE id = 1 RETURNING balance");
        client.commit();
        assertEquals(List.of("111"), rows.get());
    }

    @Test
    void passesOverWhatNoLongerQualifies() throws Exception {
        first("UPDATE a SET kind = 'z', balance = 0 WHERE id = 1");
        var rows = waiting("UPDATE a SET balance = balance + 1 WHERE kind = 'x' OR id = 2 RETURNING id, balance");
        client.commit();
        assertEquals(List.of("2|201"), rows.get());
        first("DELETE FROM a WHERE id = 1");
        var deleted = waiting("DELETE FROM a RETURNING id");
        client.commit();
        assertEquals(List.of("2"), deleted.get());
    }

    @Test
    void goesOnWithTheOldVersionAfterRollback() throws Exception {
        first("UPDATE a SET balance = 0 WHERE id = 1");
        var rows = waiting("UPDATE a SET balance = balance + 1 WHERE id = 1 RETURNING balance");
        client.rollback();
        assertEquals(List.of("101"), rows.get());
    }

    @Test
    void joinsTheNewestVersionWithTheRowsThatWereMet() throws Exception {
        first("UPDATE a SET balance = 500 WHERE id = 1");
        var rows = waiting(
                "UPDATE a SET balance = balance + rate FROM k WHERE k.kind = a.kind" + " RETURNING id, balance, rate");
        client.commit();
        assertEquals(List.of("1|510|10", "2|220|20"), rows.get());
        // The row now belongs to another partner, but it was met with its old one: it is passed over.
        first("UPDATE a SET kind = 'y' WHERE id = 1");
        var moved = waiting("UPDATE a SET balance = balance + rate FROM k WHERE k.kind = a.kind RETURNING id, balance");
        client.commit();
        assertEquals(List.of("2|240"), moved.get());
    }

    @Test
    void locksRowsInTheirNewestVersion() throws Exception {
        first("UPDATE a SET balance = 7 WHERE id = 1");
        var rows = waiting("SELECT id, balance FROM a WHERE balance < 1000 ORDER BY id FOR UPDATE");
        client.commit();
        assertEquals(List.of("1|7", "2|200"), rows.get());
        first("SELECT * FROM a WHERE id = 1 FOR UPDATE");
        assertEquals(List.of("2"), other.run("SELECT id FROM a FOR UPDATE SKIP LOCKED"));
        PgException error = assertThrows(PgException.class, () -> other.run("SELECT id FROM a FOR SHARE NOWAIT"));
        assertEquals("55P03", error.state().code());
        assertEquals("could not obtain lock on row in relation \"a\"", error.getMessage());
        client.commit();
    }

    @Test
    void repeatableReadRefusesWhatHasChanged() {
        other.begin(Isolation.REPEATABLE_READ);
        assertEquals(List.of("100"), other.run("SELECT balance FROM a WHERE id = 1"));
        client.run("UPDATE a SET balance = 1 WHERE id = 1");
        assertEquals(List.of("100"), other.run("SELECT balance FROM a WHERE id = 1"));
        PgException error = assertThrows(PgException.class, () -> other.run("UPDATE a SET balance = 2 WHERE id = 1"));
        assertEquals("40001", error.state().code());
    }

    @Test
    void uniqueKeysWait() throws Exception {
        first("INSERT INTO a VALUES (5, 'n', 1)");
        var refused = waiting("INSERT INTO a VALUES (5, 'm', 2)");
        client.commit();
        PgException error = assertInstanceOf(
                PgException.class,
                assertThrows(ExecutionException.class, refused::get).getCause());
        assertEquals("23505", error.state().code());
        first("DELETE FROM a WHERE id = 5");
        var inserted = waiting("INSERT INTO a VALUES (5, 'm', 2) RETURNING kind");
        client.commit();
        assertEquals(List.of("m"), inserted.get());
        first("INSERT INTO a VALUES (6, 'n', 1)");
        var updated = waiting("INSERT INTO a VALUES (6, 'o', 2) ON CONFLICT (id) DO UPDATE SET balance ="
                + " a.balance + excluded.balance RETURNING kind, balance");
        client.commit();
        assertEquals(List.of("n|3"), updated.get());
    }

    @Test
    void foreignKeysWait() throws Exception {
        TableDef child = catalog.table("c", "a_id int4");
        catalog.foreignKey("c_fkey", child, List.of(1), key, "aas", false, false);
        first("INSERT INTO c VALUES (1)");
        other.run("UPDATE a SET balance = 3 WHERE id = 1"); // no key changes: no wait
        var refused = waiting("DELETE FROM a WHERE id = 1");
        client.commit();
        assertThrows(ExecutionException.class, refused::get);
        first("DELETE FROM a WHERE id = 2");
        var orphan = waiting("INSERT INTO c VALUES (2)");
        client.commit();
        assertThrows(ExecutionException.class, orphan::get);
    }
}
