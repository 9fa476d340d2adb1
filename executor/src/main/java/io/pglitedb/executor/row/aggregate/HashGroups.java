package io.pglitedb.executor.row.aggregate;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.row.spill.RowSize;
import io.pglitedb.executor.row.spill.SpillFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The groups of one grouping set in a hash table. Once the budget is used up, rows of groups that are not in the
/// table go to files, by their hashes; the table's groups are given out, and then each file is aggregated in the
/// same way.
final class HashGroups implements AutoCloseable {
    private static final int PARTITIONS = 16;
    private static final int PARTITION_BITS = 4;
    /// More rounds than the hash has bits cannot split any further.
    private static final int LEVELS_MAX = Integer.SIZE / PARTITION_BITS - 1;
    private static final int ACCUMULATOR_BYTES = 96;

    private final Run run;
    private final GroupRow groupRow;
    private final Grouping grouping;
    /// Node key for each key of the set.
    private final int[] positions;
    private final int keyCount;
    private final int mask;
    private final RowSerializer serializer;

    private Map<Grouping.Key, Accumulator[]> groups = new LinkedHashMap<>();
    private long bytes;
    private int level;
    private SpillFile[] partitions;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private Iterator<Map.Entry<Grouping.Key, Accumulator[]>> output;

    private record Waiting(SpillFile rows, int level) {}

    /// @param positions which of the node's keys the set has
    HashGroups(Run run, GroupRow groupRow, Grouping grouping, int[] positions, int keyCount, RowSerializer serializer) {
        this.run = run;
        this.groupRow = groupRow;
        this.grouping = grouping;
        this.positions = positions;
        this.keyCount = keyCount;
        this.serializer = serializer;
        int left = (1 << keyCount) - 1;
        for (int position : positions) {
            left &= ~(1 << position);
        }
        mask = left;
    }

    /// A set without keys has a group even without rows.
    void ensureGroup() {
        if (positions.length == 0) {
            groups.computeIfAbsent(grouping.keyOf(new Object[0]), key -> groupRow.start());
        }
    }

    void add(Object[] row) {
        Grouping.Key key = grouping.key(row);
        Accumulator[] accumulators = groups.get(key);
        if (accumulators == null) {
            if (bytes > run.execution().workMemBytes() && level <= LEVELS_MAX && !groups.isEmpty()) {
                partition(key).add(row);
                return;
            }
            accumulators = groupRow.start();
            groups.put(key, accumulators);
            bytes += RowSize.of(key.values()) + 64 + (long) ACCUMULATOR_BYTES * accumulators.length;
        }
        GroupRow.add(accumulators, row);
    }

    private SpillFile partition(Grouping.Key key) {
        if (partitions == null) {
            partitions = new SpillFile[PARTITIONS];
        }
        int partition = key.hashCode() >>> Integer.SIZE - PARTITION_BITS * (level + 1) & PARTITIONS - 1;
        if (partitions[partition] == null) {
            partitions[partition] = new SpillFile(serializer, run.execution().spillDirectory());
        }
        return partitions[partition];
    }

    /// The next group, null after the last. No row is added any more.
    Object[] next() {
        while (true) {
            if (output == null) {
                startOutput();
            }
            if (output.hasNext()) {
                Map.Entry<Grouping.Key, Accumulator[]> group = output.next();
                return groupRow.finish(spread(group.getKey().values()), group.getValue(), mask);
            }
            Waiting next = waiting.poll();
            if (next == null) {
                return null;
            }
            load(next);
        }
    }

    private void startOutput() {
        if (partitions != null) {
            for (SpillFile file : partitions) {
                if (file != null) {
                    waiting.push(new Waiting(file, level + 1));
                }
            }
            partitions = null;
        }
        output = groups.entrySet().iterator();
    }

    private void load(Waiting next) {
        groups = new LinkedHashMap<>();
        bytes = 0;
        level = next.level;
        output = null;
        try (SpillFile file = next.rows) {
            SpillFile.Reader reader = file.reader();
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                run.checkCancellation();
                add(row);
            }
        }
    }

    private Object[] spread(Object[] values) {
        Object[] keys = new Object[keyCount];
        for (int i = 0; i < positions.length; i++) {
            keys[positions[i]] = values[i];
        }
        return keys;
    }

    @Override
    public void close() {
        for (Accumulator[] accumulators : groups.values()) {
            for (Accumulator accumulator : accumulators) {
                accumulator.close();
            }
        }
        groups.clear();
        if (partitions != null) {
            for (SpillFile file : partitions) {
                if (file != null) {
                    file.close();
                }
            }
        }
        waiting.forEach(next -> next.rows.close());
        waiting.clear();
    }
}
