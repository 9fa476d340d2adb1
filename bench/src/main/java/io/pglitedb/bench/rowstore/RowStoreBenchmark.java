package io.pglitedb.bench.rowstore;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.lock.LockSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/// Operations a second of the row store and of RocksDB alone, with the same keys, values and options: reads of a
/// single row, scans of all rows, and durable commits of a row with an index entry.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RowStoreBenchmark {
    static final int TABLE = 16384;
    static final int INDEX = 16385;
    static final int ROWS = 100_000;
    static final long MEMORY_BYTES = 128L << 20;

    /// A row's body: some columns, about as compressible as what tables hold.
    static byte[] body(long rowid) {
        byte[] body = new byte[111]; // 120 with its header
        ThreadLocalRandom.current().nextBytes(body);
        Arrays.fill(body, 40, body.length, (byte) rowid);
        return body;
    }

    static byte[] indexKey(long rowid) {
        return ByteBuffer.allocate(Long.BYTES)
                .putLong(rowid * 0x9E3779B97F4A7C15L)
                .array();
    }

    static byte[] int8(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static long randomRowid() {
        return 1 + ThreadLocalRandom.current().nextInt(ROWS);
    }

    /// The row store with its rows.
    @State(Scope.Benchmark)
    public static class Ours {
        private Path directory;
        RowStore store;

        @Setup
        public void open() throws IOException {
            directory = Directories.make();
            store = RowStore.open(directory, RowStoreOptions.defaults().withMemoryBytes(MEMORY_BYTES));
            try (Transaction transaction = store.begin(TransactionOptions.readCommitted(new LockSession(1)))) {
                long first = store.reserveRowids(TABLE, ROWS);
                for (long rowid = first; rowid < first + ROWS; rowid++) {
                    byte[] body = body(rowid);
                    transaction.putRow(TABLE, rowid, body, 0, body.length);
                }
                transaction.commit(Durability.SYNC);
            }
        }

        @TearDown
        public void close() throws IOException {
            store.close();
            Directories.delete(directory);
        }
    }

    /// A client's session.
    @State(Scope.Thread)
    public static class Client {
        private static final AtomicInteger LAST_ID = new AtomicInteger();

        final LockSession session = new LockSession(LAST_ID.incrementAndGet());
        Transaction reader;
        ReadView view;

        /// A transaction that has written nothing.
        @Setup(Level.Iteration)
        public void begin(Ours ours) {
            reader = ours.store.begin(TransactionOptions.readCommitted(session));
            view = reader.startStatement();
        }

        @TearDown(Level.Iteration)
        public void end() {
            reader.close();
        }
    }

    @Benchmark
    public byte[] pointRead(Ours ours, Client client) {
        return client.reader.get(client.view, TABLE, randomRowid());
    }

    @Benchmark
    public byte[] rawPointRead(Raw raw) throws RocksDBException {
        return raw.db.get(StoreKey.row(TABLE, randomRowid()));
    }

    @Benchmark
    public long scanAllRows(Ours ours, Client client, Blackhole sink) {
        long rows = 0;
        try (RowCursor cursor = client.reader.scanRows(client.view, TABLE, 0, Long.MAX_VALUE, Direction.FORWARD)) {
            while (cursor.next()) {
                sink.consume(cursor.value());
                rows += cursor.valueLength() > 0 ? 1 : 0;
            }
        }
        return rows;
    }

    @Benchmark
    public long rawScanAllRows(Raw raw, Blackhole sink) {
        long rows = 0;
        try (RocksIterator iterator = raw.db.newIterator()) {
            for (iterator.seek(StoreKey.start(StoreKey.ROW, TABLE)); iterator.isValid(); iterator.next()) {
                sink.consume(iterator.key());
                sink.consume(iterator.value());
                rows++;
            }
        }
        return rows;
    }

    private static void commit(Ours ours, Client client) {
        long rowid = ours.store.nextRowid(TABLE);
        byte[] body = body(rowid);
        try (Transaction transaction = ours.store.begin(TransactionOptions.readCommitted(client.session))) {
            transaction.putRow(TABLE, rowid, body, 0, body.length);
            transaction.putIndex(INDEX, indexKey(rowid), int8(rowid));
            transaction.commit(Durability.SYNC);
        }
    }

    private static void rawCommit(Raw raw) throws RocksDBException {
        long rowid = raw.lastRowid.incrementAndGet();
        try (WriteBatch batch = new WriteBatch()) {
            batch.put(StoreKey.row(TABLE, rowid), raw.row(rowid));
            batch.put(StoreKey.index(INDEX, indexKey(rowid)), int8(rowid));
            raw.db.write(raw.sync, batch);
        }
    }

    @Benchmark
    @Threads(1)
    public void commitBy1(Ours ours, Client client) {
        commit(ours, client);
    }

    @Benchmark
    @Threads(1)
    public void rawCommitBy1(Raw raw) throws RocksDBException {
        rawCommit(raw);
    }

    @Benchmark
    @Threads(8)
    public void commitBy8(Ours ours, Client client) {
        commit(ours, client);
    }

    @Benchmark
    @Threads(8)
    public void rawCommitBy8(Raw raw) throws RocksDBException {
        rawCommit(raw);
    }

    @Benchmark
    @Threads(64)
    public void commitBy64(Ours ours, Client client) {
        commit(ours, client);
    }

    @Benchmark
    @Threads(64)
    public void rawCommitBy64(Raw raw) throws RocksDBException {
        rawCommit(raw);
    }
}
