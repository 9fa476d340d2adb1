package io.pglitedb.rowstore;

import io.pglitedb.rowstore.lock.LockSession;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// The process that `CrashTest` kills: commits without end, and prints `ack FIRST SECOND .` after each commit that was
/// acknowledged. A transaction writes two rows, each with the other's rowid as body, and an index entry from the first
/// rowid to the second. The full stop tells a whole line from one that the kill cut off.
final class CrashedWriter {
    static final int TABLE = 16384;
    static final int INDEX = 16385;
    private static final int WRITERS = 4;

    private CrashedWriter() {}

    /// Arguments: directory, `RowStoreOptions.ingestKeys`.
    public static void main(String[] arguments) {
        RowStore store = RowStore.open(Path.of(arguments[0]), options(Integer.parseInt(arguments[1])));
        for (int writer = 1; writer <= WRITERS; writer++) {
            LockSession session = new LockSession(writer);
            new Thread(() -> {
                        while (true) {
                            commitOne(store, session);
                        }
                    })
                    .start();
        }
    }

    static RowStoreOptions options(int ingestKeys) {
        return RowStoreOptions.defaults().withMemoryBytes(64 << 20).withIngestKeys(ingestKeys);
    }

    private static void commitOne(RowStore store, LockSession session) {
        long first = store.nextRowid(TABLE);
        long second = store.nextRowid(TABLE);
        try (Transaction transaction = store.begin(TransactionOptions.readCommitted(session))) {
            transaction.putRow(TABLE, first, bytes(second), 0, Long.BYTES);
            transaction.putRow(TABLE, second, bytes(first), 0, Long.BYTES);
            transaction.putIndex(INDEX, bytes(first), bytes(second));
            transaction.commit(Durability.SYNC);
        }
        synchronized (CrashedWriter.class) {
            System.out.println("ack " + first + " " + second + " .");
            System.out.flush();
        }
    }

    static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
