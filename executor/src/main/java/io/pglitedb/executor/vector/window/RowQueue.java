package io.pglitedb.executor.vector.window;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.vector.block.KeptRows;
import io.pglitedb.executor.vector.spill.BatchCodec;
import io.pglitedb.executor.vector.spill.BatchFile;
import io.pglitedb.types.vector.Batch;
import java.util.ArrayDeque;
import java.util.Deque;

/// Batches that wait: the first in memory, those beyond the budget in a file.
final class RowQueue implements AutoCloseable {
    private final BatchCodec codec;
    private final Run run;
    private final Deque<Waiting> memory = new ArrayDeque<>();
    /// Marks of the batches in the file.
    private final Deque<byte[]> filedMarks = new ArrayDeque<>();
    private BatchFile file;
    private BatchFile.Reader reader;
    private long bytes;
    private long bytesWritten;

    /// @param bytes of memory
    private record Waiting(Entry entry, long bytes) {}

    /// @param batch all of whose rows count
    record Entry(Batch batch, byte[] marks) {}

    RowQueue(BatchCodec codec, Run run) {
        this.codec = codec;
        this.run = run;
    }

    long bytesWritten() {
        return bytesWritten;
    }

    /// A batch without gaps, dictionaries and constants, and what it takes.
    KeptRows flat(Batch batch) {
        KeptRows rows = new KeptRows(codec.forms());
        rows.add(batch);
        return rows;
    }

    void add(Batch batch, long batchBytes, byte[] marks) {
        if (file == null && bytes + batchBytes > run.execution().workMemBytes() && !memory.isEmpty()) {
            file = new BatchFile(codec, run.execution().spillDirectory());
            reader = file.reader();
        }
        if (file == null) {
            memory.add(new Waiting(new Entry(batch, marks), batchBytes));
            bytes += batchBytes;
            return;
        }
        long before = file.byteCount();
        file.add(batch);
        bytesWritten += file.byteCount() - before;
        filedMarks.add(marks);
    }

    /// The batch that was added first; null for none.
    Entry poll() {
        Waiting first = memory.poll();
        if (first != null) {
            bytes -= first.bytes;
            return first.entry;
        }
        if (filedMarks.isEmpty()) {
            return null;
        }
        Entry entry = new Entry(reader.next(), filedMarks.poll());
        if (filedMarks.isEmpty()) {
            closeFile();
        }
        return entry;
    }

    private void closeFile() {
        if (file != null) {
            file.close();
            file = null;
            reader = null;
        }
    }

    @Override
    public void close() {
        memory.clear();
        filedMarks.clear();
        bytes = 0;
        closeFile();
    }
}
