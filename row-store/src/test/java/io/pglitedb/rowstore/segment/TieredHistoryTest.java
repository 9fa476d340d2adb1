package io.pglitedb.rowstore.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.Isolation;
import io.pglitedb.rowstore.PreparedTransactions;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.Savepoint;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.rowstore.row.RowHeader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random transactions beside conversions, compactions and foldings, compared with a map at every snapshot.
@Timeout(300)
class TieredHistoryTest {
    private static final int TABLE = 20_000;
    private static final int ROWIDS = 600;

    /// A transaction under way, and what it must see.
    private static final class Client {
        final Transaction transaction;
        NavigableMap<Long, String> sees;
        final List<Long> written = new ArrayList<>();

        Client(Transaction transaction, NavigableMap<Long, String> sees) {
            this.transaction = transaction;
            this.sees = sees;
        }
    }

    private record Seen(Snapshot snapshot, NavigableMap<Long, String> rows) {}

    @TempDir
    Path directory;

    private final MemorySegments segments = new MemorySegments();
    private final List<Client> clients = new ArrayList<>();
    private final List<Seen> snapshots = new ArrayList<>();
    private final List<MemorySegments.Conversion> conversions = new ArrayList<>();
    private NavigableMap<Long, String> committed = new TreeMap<>();
    private RowStore store;
    private Random random;
    private int processId;
    private int values;
    private int swaps;

    private void open() {
        store = RowStore.open(
                directory,
                RowStoreOptions.defaults()
                        .withMemoryBytes(64 << 20)
                        .withIngestKeys(200)
                        .withWriteSetBytes(16 << 10)
                        .withSharedWriteBytes(0),
                segments);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySnapshotSeesWhatWasCommitted(long seed) {
        random = new Random(seed);
        open();
        for (int step = 0; step < 900; step++) {
            String where = "seed %d, step %d".formatted(seed, step);
            step(where);
            if (step % 300 == 299) {
                endAll();
                store.close();
                open();
                check(where);
            }
        }
        endAll();
        assertTrue(swaps > 20, () -> "only %d swaps".formatted(swaps));
        store.close();
    }

    private void endAll() {
        clients.forEach(client -> client.transaction.close());
        clients.clear();
        snapshots.forEach(seen -> seen.snapshot.close());
        snapshots.clear();
        conversions.forEach(conversion -> conversion.swap().watch().close());
        conversions.clear();
    }

    private void step(String where) {
        switch (random.nextInt(14)) {
            case 0 -> {
                if (clients.size() < 4) {
                    begin();
                }
            }
            case 1, 2 -> clients.stream().findAny().ifPresent(_ -> write(client(), 1 + random.nextInt(5)));
            case 3 -> {
                if (random.nextInt(4) == 0 && clients.isEmpty()) {
                    Client large = begin();
                    write(large, 400);
                    verify(large, where);
                    commit(large);
                }
            }
            case 4, 5 -> {
                if (!clients.isEmpty()) {
                    commit(client());
                }
            }
            case 6 -> {
                if (!clients.isEmpty()) {
                    Client gone = client();
                    clients.remove(gone);
                    gone.transaction.rollback();
                }
            }
            case 7 -> {
                if (!clients.isEmpty()) {
                    savepoint(client());
                }
            }
            case 8 -> {
                if (conversions.size() < 2) {
                    beginConversion();
                }
            }
            case 9 -> {
                if (!conversions.isEmpty()
                        && segments.finish(store, conversions.remove(random.nextInt(conversions.size())))) {
                    swaps++;
                }
            }
            case 10 -> {
                if (snapshots.size() < 4) {
                    snapshots.add(new Seen(store.currentSnapshot(), new TreeMap<>(committed)));
                } else {
                    snapshots.remove(random.nextInt(4)).snapshot.close();
                }
            }
            case 11 -> fold();
            case 12 -> clients.forEach(client -> verify(client, where));
            default -> check(where);
        }
    }

    private Client client() {
        return clients.get(random.nextInt(clients.size()));
    }

    private Client begin() {
        Isolation isolation = random.nextBoolean() ? Isolation.READ_COMMITTED : Isolation.REPEATABLE_READ;
        Transaction transaction =
                store.begin(new TransactionOptions(isolation, false, false, new LockSession(++processId)));
        transaction.startStatement();
        Client client = new Client(transaction, new TreeMap<>(committed));
        clients.add(client);
        return client;
    }

    /// Rows that no other transaction writes: those with the rowids that are its own modulo four.
    private void write(Client client, int count) {
        int lane = clients.indexOf(client);
        for (int index = 0; index < count; index++) {
            long rowid = 4L * random.nextInt(ROWIDS / 4) + lane;
            if (clients.stream().anyMatch(other -> other != client && other.written.contains(rowid))) {
                continue;
            }
            client.written.add(rowid);
            if (random.nextInt(3) == 0) {
                client.transaction.deleteRow(TABLE, rowid);
                client.sees.remove(rowid);
            } else {
                String value = "value " + ++values + "x".repeat(random.nextInt(60));
                byte[] body = value.getBytes(StandardCharsets.US_ASCII);
                client.transaction.putRow(TABLE, rowid, body, 0, body.length);
                client.sees.put(rowid, value);
            }
        }
        client.transaction.nextCommand();
    }

    private void savepoint(Client client) {
        Savepoint savepoint = client.transaction.savepoint();
        NavigableMap<Long, String> before = new TreeMap<>(client.sees);
        int writtenBefore = client.written.size();
        write(client, 3);
        if (random.nextBoolean()) {
            client.transaction.rollbackTo(savepoint);
            client.transaction.nextCommand();
            client.sees = before;
            client.written.subList(writtenBefore, client.written.size()).clear();
        }
    }

    private void commit(Client client) {
        clients.remove(client);
        if (random.nextInt(8) == 0) {
            String name = "prepared " + ++values;
            store.prepared().prepare(client.transaction, new PreparedTransactions.Label(name, 10, 5, 0), 10);
            if (random.nextBoolean()) {
                beginConversion();
                if (segments.finish(store, conversions.removeLast())) {
                    swaps++;
                }
            }
            store.prepared().commit(name, Durability.ASYNC);
        } else {
            client.transaction.commit(Durability.ASYNC);
        }
        for (long rowid : client.written) {
            String value = client.sees.get(rowid);
            if (value == null) {
                committed.remove(rowid);
            } else {
                committed.put(rowid, value);
            }
        }
    }

    private void beginConversion() {
        long first = 100L * random.nextInt(6);
        long last = first + 100L * (1 + random.nextInt(2)) - 1;
        try (Snapshot snapshot = store.currentSnapshot()) {
            for (ManifestEntry entry : snapshot.segments().manifest(TABLE).overlapping(first, last + 1)) {
                first = Math.min(first, entry.firstRowid());
                last = Math.max(last, entry.lastRowid());
            }
        }
        conversions.add(segments.begin(store, TABLE, first, last));
    }

    private void fold() {
        try (Snapshot snapshot = store.currentSnapshot()) {
            for (ManifestEntry entry : snapshot.segments().manifest(TABLE).entries()) {
                store.segmentWrites().foldDeleteMarks(TABLE, entry.segmentNumber());
            }
        }
    }

    private void verify(Client client, String where) {
        if (client.transaction.isolation() == Isolation.READ_COMMITTED) {
            return; // its rows of others change with each statement
        }
        Transaction transaction = client.transaction;
        transaction.nextCommand();
        assertEquals(client.sees, rows(transaction, Direction.FORWARD, 0, ROWIDS), where);
        assertEquals(client.sees, rows(transaction, Direction.BACKWARD, 0, ROWIDS), where);
        long rowid = random.nextInt(ROWIDS);
        byte[] row = transaction.get(transaction.view(), TABLE, rowid);
        assertEquals(client.sees.get(rowid), row == null ? null : text(row, 0, row.length), where);
    }

    private static NavigableMap<Long, String> rows(Transaction transaction, Direction direction, long from, long to) {
        try (RowCursor cursor = transaction.scanRows(transaction.view(), TABLE, from, to, direction)) {
            return rows(cursor, direction);
        }
    }

    private static NavigableMap<Long, String> rows(RowCursor cursor, Direction direction) {
        NavigableMap<Long, String> rows = new TreeMap<>();
        long last = -1;
        while (cursor.next()) {
            assertTrue(last < 0 || direction == Direction.FORWARD == cursor.rowid() > last);
            last = cursor.rowid();
            rows.put(last, text(cursor.value(), cursor.valueOffset(), cursor.valueLength()));
        }
        return rows;
    }

    private static String text(byte[] row, int offset, int length) {
        return new String(row, offset + RowHeader.LENGTH, length - RowHeader.LENGTH, StandardCharsets.US_ASCII);
    }

    private void check(String where) {
        try (Snapshot now = store.currentSnapshot()) {
            check(new Seen(now, committed), where);
        }
        snapshots.forEach(seen -> check(seen, where));
    }

    private void check(Seen seen, String where) {
        long from = random.nextInt(ROWIDS);
        long to = from + 1 + random.nextInt(ROWIDS);
        for (Direction direction : Direction.values()) {
            try (RowCursor all = seen.snapshot.scanRows(TABLE, 0, Long.MAX_VALUE, direction);
                    RowCursor part = seen.snapshot.scanRows(TABLE, from, to, direction)) {
                assertEquals(seen.rows, rows(all, direction), where);
                assertEquals(seen.rows.subMap(from, to), rows(part, direction), where);
            }
        }
        for (int index = 0; index < 30; index++) {
            long rowid = random.nextInt(ROWIDS);
            byte[] row = seen.snapshot.get(TABLE, rowid);
            assertEquals(seen.rows.get(rowid), row == null ? null : text(row, 0, row.length), where);
        }
    }
}
