package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.row.spill.SpillFile;
import io.pglitedb.executor.vector.parallel.Failures;
import io.pglitedb.executor.vector.parallel.ParallelPipeline;
import io.pglitedb.executor.vector.parallel.Pipeline;
import io.pglitedb.executor.vector.parallel.Workers;
import io.pglitedb.executor.vector.scan.RowRange;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Groups that threads make of ranges of the input, each its own, and their merging. A thread whose groups take
/// its share of the memory keeps rows of further groups in a file, for the merged groups to go on with.
final class ParallelGroups implements AutoCloseable {
    private final ParallelPipeline pipeline;
    private final List<RowRange> ranges;
    private final Run run;
    private final long bytesMax;
    private final List<Part> parts = new ArrayList<>();
    private final AtomicInteger taken = new AtomicInteger();
    /// Which thread has read a range, and its first group that no range before has; one a range.
    private final int[] readers;
    private final int[] firstGroups;
    private final int[] endGroups;
    private final Throwable[] failures;

    /// What a thread has made.
    private final class Part {
        private final Groups groups;
        private final RowSerializer serializer;
        /// Null when all rows are in groups.
        private SpillFile others;

        Part(Groups groups, RowSerializer serializer) {
            this.groups = groups;
            this.serializer = serializer;
        }

        private void add(Batch batch) {
            if (others == null) {
                groups.add(batch);
                if (groups.hasKeys() && groups.bytes() > bytesMax) {
                    others = new SpillFile(serializer, run.execution().spillDirectory());
                }
                return;
            }
            Selection unknown = groups.addKnown(batch);
            for (int index = 0; index < unknown.count(); index++) {
                others.add(batch.row(unknown.row(index)));
            }
        }
    }

    /// @param made makes the empty groups of a thread
    ParallelGroups(
            ParallelPipeline pipeline,
            List<RowRange> ranges,
            Supplier<Groups> made,
            Supplier<RowSerializer> serializers,
            Run run) {
        this.pipeline = pipeline;
        this.ranges = ranges;
        this.run = run;
        int threads = pipeline.threads(ranges);
        // The merged groups are there beside those of the threads.
        bytesMax = run.execution().workMemBytes() / (threads + 1);
        readers = new int[ranges.size()];
        firstGroups = new int[ranges.size()];
        endGroups = new int[ranges.size()];
        failures = new Throwable[ranges.size()];
        for (int thread = 0; thread < threads; thread++) {
            pipeline.copy(thread);
            parts.add(new Part(made.get(), serializers.get()));
        }
    }

    /// Reads the input to its end.
    void run() {
        new Workers(parts.size(), this::work).join();
        for (Throwable failure : failures) {
            if (failure != null) {
                throw Failures.rethrown(failure);
            }
        }
    }

    private void work(int thread) {
        Pipeline copy = pipeline.copy(thread);
        Part part = parts.get(thread);
        for (int range = taken.getAndIncrement(); range < readers.length; range = taken.getAndIncrement()) {
            readers[range] = thread;
            firstGroups[range] = part.groups.size();
            try {
                copy.open(ranges.get(range));
                for (Batch batch = copy.top().next();
                        batch != null;
                        batch = copy.top().next()) {
                    part.add(batch);
                }
                copy.top().close();
            } catch (Throwable failure) {
                failures[range] = failure;
                taken.set(readers.length);
                closeAfter(failure, copy);
            }
            endGroups[range] = part.groups.size();
        }
    }

    /// The first failure is the one that is told.
    private static void closeAfter(Throwable failure, Pipeline copy) {
        try {
            copy.top().close();
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    /// Puts the groups of all threads into others, in order of their first rows.
    void mergeInto(Groups groups) {
        if (!groups.hasKeys()) {
            parts.forEach(part -> groups.merge(part.groups, 0, 1));
            return;
        }
        for (int range = 0; range < readers.length; range++) {
            run.checkCancellation();
            groups.merge(parts.get(readers[range]).groups, firstGroups[range], endGroups[range]);
        }
    }

    /// Rows that the threads put into no group.
    List<SpillFile> others() {
        return parts.stream()
                .map(part -> part.others)
                .filter(file -> file != null)
                .toList();
    }

    @Override
    public void close() {
        for (Part part : parts) {
            part.groups.close();
            if (part.others != null) {
                part.others.close();
            }
        }
    }
}
