package io.pglitedb.executor.row.sort;

import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.row.spill.RowSize;
import io.pglitedb.executor.row.spill.SpillFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Sorts rows: in memory up to a budget; beyond it sorted runs go to files and are merged while being
/// read.
public final class RowSorter implements AutoCloseable {
    private final Comparator<Object[]> order;
    private final RowSerializer serializer;
    private final Path directory;
    private final long bytesMax;

    private List<Object[]> memory = new ArrayList<>();
    private long bytes;
    private final List<SpillFile> runs = new ArrayList<>();
    private int nextInMemory;
    private boolean sorted;
    /// Null while all rows are in memory.
    private PriorityQueue<Head> merge;

    /// The row of a run that comes next.
    private record Head(Object[] row, int run, SpillFile.Reader rest) {}

    /// @param bytesMax budget; Long.MAX_VALUE for never a file
    public RowSorter(Comparator<Object[]> order, RowSerializer serializer, Path directory, long bytesMax) {
        this.order = order;
        this.serializer = serializer;
        this.directory = directory;
        this.bytesMax = bytesMax;
    }

    public void add(Object[] row) {
        memory.add(row);
        if (bytesMax != Long.MAX_VALUE) {
            bytes += RowSize.of(row);
            if (bytes > bytesMax) {
                spill();
            }
        }
    }

    private void sortMemory() {
        Object[][] rows = memory.toArray(new Object[0][]);
        RowQuickSort.sort(rows, order);
        memory = new ArrayList<>(List.of(rows));
    }

    private void spill() {
        sortMemory();
        SpillFile file = new SpillFile(serializer, directory);
        runs.add(file);
        for (Object[] row : memory) {
            file.add(row);
        }
        memory.clear();
        bytes = 0;
    }

    /// To be called once all rows are added; and again, to read them again.
    public void startReading() {
        nextInMemory = 0;
        if (runs.isEmpty()) {
            if (!sorted) {
                sortMemory();
                sorted = true;
            }
            return;
        }
        if (!memory.isEmpty()) {
            spill();
        }
        // Earlier runs hold earlier rows: among equal rows they come first.
        Comparator<Head> heads = (a, b) -> {
            int compared = order.compare(a.row, b.row);
            return compared != 0 ? compared : Integer.compare(a.run, b.run);
        };
        merge = new PriorityQueue<>(runs.size(), heads);
        for (int run = 0; run < runs.size(); run++) {
            advance(run, runs.get(run).reader());
        }
    }

    private void advance(int run, SpillFile.Reader reader) {
        Object[] row = reader.next();
        if (row != null) {
            merge.add(new Head(row, run, reader));
        }
    }

    /// Null after the last.
    public Object[] next() {
        if (merge == null) {
            return nextInMemory < memory.size() ? memory.get(nextInMemory++) : null;
        }
        Head head = merge.poll();
        if (head == null) {
            return null;
        }
        advance(head.run, head.rest);
        return head.row;
    }

    long bytesInMemory() {
        return bytesMax == Long.MAX_VALUE
                ? memory.stream().mapToLong(RowSize::of).sum()
                : bytes;
    }

    long bytesOnDisk() {
        return runs.stream().mapToLong(SpillFile::byteCount).sum();
    }

    @Override
    public void close() {
        memory.clear();
        bytes = 0;
        sorted = false;
        merge = null;
        runs.forEach(SpillFile::close);
        runs.clear();
    }
}
