package io.pglitedb.rowstore.rocks;

import io.pglitedb.rowstore.BlockReads;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.commit.CommitLog;
import io.pglitedb.rowstore.commit.CounterStore;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.txn.WriteVisitor;
import io.pglitedb.types.error.FileFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.HyperClockCache;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.Options;
import org.rocksdb.PerfContext;
import org.rocksdb.PerfLevel;
import org.rocksdb.Range;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.SizeApproximationFlag;
import org.rocksdb.Slice;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteBufferManager;
import org.rocksdb.WriteOptions;

/// The open RocksDB with every native object it needs. Callers make sure that nobody is inside a call when it
/// closes: RocksDB crashes the process otherwise.
final class RocksEngine implements CommitLog, CounterStore, AutoCloseable {
    private static final long WRITE_BUFFER_BYTES = 64L << 20;
    private static final int BLOCK_BYTES = 8 << 10;
    private static final double BLOOM_BITS_PER_KEY = 10;

    /// Index and filter blocks are some percent of the tables and stand beside the cache, where reads are
    /// fastest, while the tables are no larger than this many times the memory; then they are charged to it.
    private static final long LARGE = 8;

    static {
        RocksDB.loadLibrary();
    }

    private final TemporaryFiles temporary;
    /// Native objects in the order made; closed backwards.
    private final Deque<AutoCloseable> natives = new ArrayDeque<>();
    private final Options options;
    private final WriteOptions syncWrites;
    private final WriteOptions lazyWrites;
    private final IngestExternalFileOptions ingestion;
    private final RocksDB db;
    private final ReentrantLock logTurn = new ReentrantLock();
    private final LogExtension extension;

    RocksEngine(DataDirectory directory, RowStoreOptions settings) {
        boolean opened = false;
        try {
            Path files = Files.createDirectories(directory.rocks());
            options = options(settings, directory).setCreateIfMissing(directory.isFresh());
            temporary = new TemporaryFiles(directory.temporary(), options);
            syncWrites = own(new WriteOptions().setSync(true));
            lazyWrites = own(new WriteOptions());
            ingestion = own(new IngestExternalFileOptions()
                    .setMoveFiles(true)
                    .setSnapshotConsistency(true)
                    .setAllowGlobalSeqNo(true)
                    .setAllowBlockingFlush(true));
            LogTail.cutAll(files);
            extension = own(new LogExtension(files));
            db = own(RocksDB.open(options, files.toString()));
            opened = true;
        } catch (RocksDBException failure) {
            throw RocksFailure.opening(failure, directory);
        } catch (IOException failure) {
            throw FileFailure.fatal("could not prepare directory \"%s\"".formatted(directory.rocks()), failure);
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    /// Half of the memory may be memtables, charged to the block cache's budget. Figures: docs/decisions.
    private Options options(RowStoreOptions settings, DataDirectory directory) throws IOException {
        var cache = own(new HyperClockCache(settings.memoryBytes(), 0, -1, false));
        long writeBuffer = Math.min(WRITE_BUFFER_BYTES, settings.memoryBytes() / 6);
        var buffers = own(new WriteBufferManager(settings.memoryBytes() / 2, cache));
        boolean large = directory.tableBytes() > LARGE * settings.memoryBytes();
        var table = new BlockBasedTableConfig()
                .setCacheIndexAndFilterBlocks(large)
                .setPinL0FilterAndIndexBlocksInCache(large)
                .setBlockCache(cache)
                .setBlockSize(BLOCK_BYTES)
                .setFormatVersion(5)
                .setFilterPolicy(own(new BloomFilter(BLOOM_BITS_PER_KEY)));
        return own(new Options(own(databaseOptions()), own(columnFamilyOptions()))
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(4)
                .setTableFormatConfig(table)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setWriteBufferSize(writeBuffer)
                .setMaxWriteBufferNumber(3)
                .setWriteBufferManager(buffers)
                .setMaxBackgroundJobs(2)
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setMaxTotalWalSize(settings.walBytesMax()));
    }

    /// A memtable is the slow place to look for a key that is not there; a filter of its keys spares that. Files
    /// that were ingested at the bottom are not written again at once only to lose their sequence numbers: an
    /// hour's delay.
    private static ColumnFamilyOptions columnFamilyOptions() {
        Properties properties = new Properties();
        properties.setProperty("memtable_whole_key_filtering", "true");
        properties.setProperty("memtable_prefix_bloom_size_ratio", "0.03");
        properties.setProperty("bottommost_file_compaction_delay", "3600");
        return ColumnFamilyOptions.getColumnFamilyOptionsFromProps(properties);
    }

    /// An interrupted write at the log's end is no damage, anything else is: so logs are not written over
    /// (recycle_log_file_num), which makes old records look like an end, and their lengths are kept in the
    /// manifest.
    private static DBOptions databaseOptions() {
        Properties properties = new Properties();
        properties.setProperty("track_and_verify_wals_in_manifest", "true");
        return DBOptions.getDBOptionsFromProps(properties);
    }

    private <T extends AutoCloseable> T own(T object) {
        natives.push(object);
        return object;
    }

    TemporaryFiles temporaryFiles() {
        return temporary;
    }

    RocksDB db() {
        return db;
    }

    /// Of the keys in [from, to).
    long approximateBytes(byte[] from, byte[] to) {
        try (Slice low = new Slice(from);
                Slice high = new Slice(to)) {
            return db.getApproximateSizes(
                            List.of(new Range(low, high)),
                            SizeApproximationFlag.INCLUDE_FILES,
                            SizeApproximationFlag.INCLUDE_MEMTABLES)[0];
        }
    }

    /// Values of the keys in [low, high), in order.
    List<byte[]> values(byte[] low, byte[] high) {
        List<byte[]> values = new ArrayList<>();
        forEach(low, high, (_, value) -> values.add(value));
        return values;
    }

    /// Keys in [low, high) with their values, in order.
    void forEach(byte[] low, byte[] high, BiConsumer<byte[], byte[]> visitor) {
        try (RocksIterator entries = db.newIterator()) {
            for (entries.seek(low);
                    entries.isValid() && Arrays.compareUnsigned(entries.key(), high) < 0;
                    entries.next()) {
                visitor.accept(entries.key(), entries.value());
            }
        }
    }

    byte[] get(byte[] key) {
        try {
            return db.get(key);
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        }
    }

    @Override
    public void append(byte[] batch, boolean sync) {
        log(() -> {
            try (WriteBatch writes = new WriteBatch(batch)) {
                db.write(sync ? syncWrites : lazyWrites, writes);
            }
            extension.appended(batch.length);
        });
    }

    /// Something that RocksDB appends to its log.
    private interface Logged {
        void run() throws RocksDBException;
    }

    /// Whatever appends to the log does so here, one after the other: see [LogExtension].
    private void log(Logged write) {
        logTurn.lock();
        try {
            write.run();
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        } finally {
            logTurn.unlock();
        }
    }

    /// The log first: an ingestion is durable at once, and must not outlive what was committed before it.
    @Override
    public void ingest(List<Path> sortedFiles) {
        try {
            sync();
            db.ingestExternalFile(sortedFiles.stream().map(Path::toString).toList(), ingestion);
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        }
    }

    @Override
    public List<Path> writeSorted(Consumer<WriteVisitor> writes) {
        return temporary.writeSorted(writes);
    }

    /// RocksDB's sequence number of the oldest snapshot in use; there is one.
    long oldestSnapshot() {
        try {
            return db.getLongProperty("rocksdb.oldest-snapshot-sequence");
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        }
    }

    /// Down to the bottom, so that nothing of what was deleted stays.
    void compact(byte[] from, byte[] to) {
        try (CompactRangeOptions whole = new CompactRangeOptions()
                .setBottommostLevelCompaction(CompactRangeOptions.BottommostLevelCompaction.kForce)
                .setExclusiveManualCompaction(false)) {
            db.compactRange(db.getDefaultColumnFamily(), from, to, whole);
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        }
    }

    /// Of the calling thread.
    BlockReads countBlocks() {
        db.setPerfLevel(PerfLevel.ENABLE_COUNT);
        try (PerfContext counts = db.getPerfContext()) {
            return new BlockReads(counts.getBlockCacheHitCount(), counts.getBlockReadCount());
        }
    }

    void stopCountingBlocks() {
        db.setPerfLevel(PerfLevel.DISABLE);
    }

    @Override
    public void sync() {
        try {
            db.flushWal(true);
        } catch (RocksDBException failure) {
            throw RocksFailure.of(failure);
        }
    }

    @Override
    public long read(String name, long whenAbsent) {
        byte[] value = get(StoreKey.meta(name));
        return value == null ? whenAbsent : ByteBuffer.wrap(value).getLong();
    }

    @Override
    public void write(String name, long value) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        log(() -> db.put(lazyWrites, StoreKey.meta(name), bytes));
    }

    void delete(String name) {
        log(() -> db.delete(lazyWrites, StoreKey.meta(name)));
    }

    @Override
    public void close() {
        while (!natives.isEmpty()) {
            try {
                natives.pop().close();
            } catch (Exception failure) {
                throw new IllegalStateException("closing RocksDB", failure);
            }
        }
    }
}
