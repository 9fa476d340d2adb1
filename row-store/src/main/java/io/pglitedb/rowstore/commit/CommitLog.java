package io.pglitedb.rowstore.commit;

import io.pglitedb.rowstore.txn.WriteVisitor;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Where committed writes go, called by the commit pipeline's thread only: RocksDB's write-ahead log here, a
/// replicated log in a cluster. Refuses by a PgException what will not be applied, and goes on refusing while it
/// cannot take writes: 53100 while the disk is full.
public interface CommitLog {
    /// Applies a batch in RocksDB's WriteBatch form, atomically; returns after the disk has it when `sync`.
    void append(byte[] batch, boolean sync);

    /// Applies sorted files atomically and durably, after everything appended before. Consumes the files.
    void ingest(List<Path> sortedFiles);

    /// Files to be ingested with others.
    List<Path> writeSorted(Consumer<WriteVisitor> writes);

    /// Makes everything appended durable.
    void sync();
}
