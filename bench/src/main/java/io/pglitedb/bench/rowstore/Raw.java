package io.pglitedb.bench.rowstore;

import io.pglitedb.rowstore.key.StoreKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.HyperClockCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/// RocksDB alone with the rows of [RowStoreBenchmark.Ours], in a table file as there.
@State(Scope.Benchmark)
public class Raw {
    private Path directory;
    private HyperClockCache cache;
    private BloomFilter filter;
    private Options options;
    RocksDB db;
    WriteOptions sync;
    final AtomicLong lastRowid = new AtomicLong(RowStoreBenchmark.ROWS);

    /// A body behind nine bytes that stand for the header.
    byte[] row(long rowid) {
        byte[] body = RowStoreBenchmark.body(rowid);
        return ByteBuffer.allocate(9 + body.length)
                .putLong(rowid)
                .put((byte) 0)
                .put(body)
                .array();
    }

    @Setup
    public void open() throws IOException, RocksDBException {
        RocksDB.loadLibrary();
        directory = Directories.make();
        cache = new HyperClockCache(RowStoreBenchmark.MEMORY_BYTES, 0, -1, false);
        filter = new BloomFilter(10);
        options = new Options()
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setWriteBufferSize(RowStoreBenchmark.MEMORY_BYTES / 6)
                .setMaxWriteBufferNumber(3)
                .setMaxBackgroundJobs(2)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setBlockSize(8 << 10)
                        .setFormatVersion(5)
                        .setFilterPolicy(filter));
        db = RocksDB.open(options, directory.toString());
        sync = new WriteOptions().setSync(true);
        for (long rowid = 1; rowid <= RowStoreBenchmark.ROWS; rowid++) {
            db.put(StoreKey.row(RowStoreBenchmark.TABLE, rowid), row(rowid));
        }
        try (FlushOptions wait = new FlushOptions()) {
            db.flush(wait);
        }
    }

    @TearDown
    public void close() throws IOException {
        db.close();
        sync.close();
        options.close();
        filter.close();
        cache.close();
        Directories.delete(directory);
    }
}
