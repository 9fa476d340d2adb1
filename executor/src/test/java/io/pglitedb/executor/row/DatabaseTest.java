package io.pglitedb.executor.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.types.error.PgException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A store, a catalog and a client; a test declares its tables.
abstract class DatabaseTest {
    @TempDir
    Path directory;

    RowStore store;
    TestCatalog catalog;
    TestClient client;

    @BeforeEach
    final void openStore() {
        store = RowStore.open(
                directory, RowStoreOptions.defaults().withMemoryBytes(64 << 20).withDeadlockTimeoutMs(50));
        catalog = new TestCatalog(store);
        client = client(1);
    }

    TestClient client(int processId) {
        return new TestClient(store, catalog, directory.resolve("tmp"), processId);
    }

    /// Fails when a snapshot, cursor or transaction is still open.
    @AfterEach
    final void closeStore() {
        store.close();
    }

    void expect(String sql, String... rows) {
        assertEquals(List.of(rows), client.run(sql), sql);
    }

    PgException fails(String sql) {
        return assertThrows(PgException.class, () -> client.run(sql), sql);
    }

    void fails(String sql, String state, String message, String detail) {
        PgException error = fails(sql);
        assertEquals(message, error.getMessage());
        assertEquals(state, error.state().code());
        assertEquals(detail, error.report().detail());
    }
}
