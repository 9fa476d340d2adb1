package io.pglitedb.executor.vector.sort;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.vector.block.Blocks;
import io.pglitedb.executor.vector.spill.BatchCodec;
import io.pglitedb.executor.vector.spill.BatchFile;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Vector;
import java.util.ArrayList;
import java.util.List;

/// Sorted rows in files, and their merging. Earlier runs hold earlier rows: among equal rows they come first.
final class SortedRuns implements AutoCloseable {
    /// Runs merged at once: so many batches are in memory then.
    private static final int MERGED_MAX = 64;
    /// Rows of a batch in a file.
    private static final int ROWS_AT_ONCE = 512;

    private final BatchCodec codec;
    private final List<KeyOrder> keys;
    private final Run run;
    private final List<Level> runs = new ArrayList<>();
    private long bytesWritten;

    /// @param level how often its rows have been merged
    private record Level(BatchFile file, int level) {}

    SortedRuns(BatchCodec codec, List<KeyOrder> keys, Run run) {
        this.codec = codec;
        this.keys = keys;
        this.run = run;
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    long bytesOnDisk() {
        return bytesWritten;
    }

    int fileCount() {
        return runs.size();
    }

    /// Adds a run.
    ///
    /// @param handles of the blocks' rows, in order
    void add(Blocks blocks, int[] handles) {
        BatchFile file = file();
        runs.add(new Level(file, 0));
        for (int from = 0; from < handles.length; from += ROWS_AT_ONCE) {
            run.checkCancellation();
            file.add(blocks.gather(handles, from, Math.min(handles.length, from + ROWS_AT_ONCE)));
        }
        bytesWritten += file.byteCount();
        mergeLevels();
    }

    private BatchFile file() {
        return new BatchFile(codec, run.execution().spillDirectory());
    }

    /// As soon as there are enough runs of a level at the end, they become one.
    private void mergeLevels() {
        while (runs.size() >= MERGED_MAX && runs.get(runs.size() - MERGED_MAX).level == runs.getLast().level) {
            mergeLast(MERGED_MAX);
        }
    }

    private void mergeLast(int count) {
        List<Level> last = runs.subList(runs.size() - count, runs.size());
        int level = last.getFirst().level + 1;
        BatchFile merged = file();
        try {
            Merge merge = new Merge(last.stream().map(Level::file).toList());
            for (Batch batch = merge.next(ROWS_AT_ONCE); batch != null; batch = merge.next(ROWS_AT_ONCE)) {
                merged.add(batch);
            }
        } catch (RuntimeException | Error e) {
            merged.close();
            throw e;
        }
        last.forEach(each -> each.file.close());
        last.clear();
        bytesWritten += merged.byteCount();
        runs.add(new Level(merged, level));
    }

    /// All rows in order; no run is added any more.
    Merge merge() {
        while (runs.size() > MERGED_MAX) {
            mergeLast(Math.min(MERGED_MAX, runs.size() - MERGED_MAX + 1));
        }
        return new Merge(runs.stream().map(Level::file).toList());
    }

    @Override
    public void close() {
        runs.forEach(each -> each.file.close());
        runs.clear();
    }

    /// The run that comes next in a merge and its row.
    private final class Head {
        private final int number;
        private final BatchFile.Reader rest;
        private Batch batch;
        private int row;
        /// By key, then row.
        private final long[][] codes = new long[keys.size()][ROWS_AT_ONCE];
        /// Number of the batch among those that the merge gathers from, -1 for not yet.
        private int source;

        Head(int number, BatchFile.Reader rest) {
            this.number = number;
            this.rest = rest;
        }

        /// False behind the last batch.
        boolean load() {
            batch = rest.next();
            row = 0;
            source = -1;
            if (batch == null) {
                return false;
            }
            for (int key = 0; key < codes.length; key++) {
                Vector column = batch.column(keys.get(key).slot());
                keys.get(key).codes(column, batch.selection(), codes[key], 0);
            }
            return true;
        }

        boolean before(Head other) {
            for (int number = 0; number < codes.length; number++) {
                long left = codes[number][row];
                long right = other.codes[number][other.row];
                if (left != right) {
                    return left < right;
                }
                KeyOrder key = keys.get(number);
                if (!key.decides(left)) {
                    int compared =
                            key.compare(batch.column(key.slot()), row, other.batch.column(key.slot()), other.row);
                    if (compared != 0) {
                        return compared < 0;
                    }
                }
            }
            return number < other.number;
        }
    }

    /// A merge of some runs: a heap of their heads, the first on top.
    final class Merge {
        private final Head[] heap;
        private int size;
        private final List<Batch> sources = new ArrayList<>();

        private Merge(List<BatchFile> files) {
            heap = new Head[files.size()];
            for (int number = 0; number < heap.length; number++) {
                Head head = new Head(number, files.get(number).reader());
                if (head.load()) {
                    heap[size++] = head;
                }
            }
            for (int at = size / 2 - 1; at >= 0; at--) {
                siftDown(at);
            }
        }

        private void siftDown(int from) {
            Head head = heap[from];
            int at = from;
            while (true) {
                int child = 2 * at + 1;
                if (child >= size) {
                    break;
                }
                if (child + 1 < size && heap[child + 1].before(heap[child])) {
                    child++;
                }
                if (!heap[child].before(head)) {
                    break;
                }
                heap[at] = heap[child];
                at = child;
            }
            heap[at] = head;
        }

        /// The next rows, null after the last.
        Batch next(int rowsMax) {
            run.checkCancellation();
            int[] handles = new int[rowsMax];
            int count = 0;
            sources.clear();
            for (int at = 0; at < size; at++) {
                heap[at].source = -1;
            }
            while (count < rowsMax && size > 0) {
                Head head = heap[0];
                if (head.source < 0) {
                    head.source = sources.size();
                    sources.add(head.batch);
                }
                handles[count++] = head.source << Blocks.SHIFT | head.row;
                if (++head.row == head.batch.length() && !head.load()) {
                    heap[0] = heap[--size];
                    heap[size] = null;
                }
                if (size > 0) {
                    siftDown(0);
                }
            }
            return count == 0 ? null : new Blocks(sources, codec.forms()).gather(handles, 0, count);
        }
    }
}
