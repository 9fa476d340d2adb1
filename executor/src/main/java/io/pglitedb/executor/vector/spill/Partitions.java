package io.pglitedb.executor.vector.spill;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.row.spill.SpillFile;
import io.pglitedb.executor.vector.bridge.RowBatches.RowCollector;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/// Rows in files by the hash of their keys; the rows of one file may be split again, by the next bits.
public final class Partitions implements AutoCloseable {
    private static final int COUNT = 16;
    private static final int BITS = 4;
    /// Deeper the hash has no bits left.
    private static final int LEVELS_MAX = Integer.SIZE / BITS - 1;

    private final RowSerializer serializer;
    private final List<VectorForm> forms;
    private final Run run;
    private final Deque<Part> waiting = new ArrayDeque<>();
    private final SpillFile[] open = new SpillFile[COUNT];
    /// How often the rows that are being read have been split.
    private int level;
    private SpillFile reading;

    private record Part(SpillFile rows, int level) {}

    public Partitions(RowSerializer serializer, List<VectorForm> forms, Run run) {
        this.serializer = serializer;
        this.forms = List.copyOf(forms);
        this.run = run;
    }

    public boolean canSplit() {
        return level <= LEVELS_MAX;
    }

    public void add(int hash, Object[] row) {
        int number = hash >>> Integer.SIZE - BITS * (level + 1) & COUNT - 1;
        if (open[number] == null) {
            open[number] = new SpillFile(serializer, run.execution().spillDirectory());
        }
        open[number].add(row);
    }

    /// Batches of the next file, which then gives null; null when there is no file left.
    public Supplier<Batch> nextFile() {
        for (int number = 0; number < COUNT; number++) {
            if (open[number] != null) {
                waiting.push(new Part(open[number], level + 1));
                open[number] = null;
            }
        }
        closeReading();
        Part part = waiting.poll();
        if (part == null) {
            return null;
        }
        level = part.level;
        reading = part.rows;
        return batches(reading, forms);
    }

    /// The rows of a file.
    public static Supplier<Batch> batches(SpillFile file, List<VectorForm> forms) {
        SpillFile.Reader rows = file.reader();
        RowCollector collector = new RowCollector(forms);
        return () -> collector.collect(rows::next, Vector.LENGTH_MAX);
    }

    private void closeReading() {
        if (reading != null) {
            reading.close();
            reading = null;
        }
    }

    @Override
    public void close() {
        closeReading();
        for (int number = 0; number < COUNT; number++) {
            if (open[number] != null) {
                open[number].close();
                open[number] = null;
            }
        }
        waiting.forEach(part -> part.rows.close());
        waiting.clear();
    }
}
