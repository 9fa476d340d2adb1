package io.pglitedb.executor.row.join;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.executor.row.key.JoinKeys;
import io.pglitedb.executor.row.spill.RowSize;
import io.pglitedb.executor.row.spill.SpillFile;
import io.pglitedb.executor.row.subplan.Dependencies;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.PlanNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/// Joins by a hash table over the right side. When that side exceeds the budget, both sides are split into files
/// by the hash of their keys and joined file by file.
public final class HashJoinOperator implements Operator {
    private static final int ENTRY_BYTES = 96;

    private final Run run;
    private final JoinType type;
    private final JoinSide left;
    private final JoinSide right;
    private final JoinKeys keys;
    /// Null for none.
    private final Evaluator residual;
    private final JoinRows rows;
    /// Null unless a NULL makes the comparison unknown.
    private final UnknownMatches unknown;
    private final boolean inMemoryOnly;
    private final Dependencies rightDependencies;

    /// Null before the first row was asked for.
    private JoinTable table;
    private long tableStamp;
    private boolean split;
    /// What is being split, else null.
    private JoinPartitions partitions;
    /// Left rows to probe with: the input, or a file.
    private Supplier<Object[]> probe;
    private Object[] leftRow;
    private JoinTable.Entry candidate;
    private boolean matched;
    /// Right rows without a partner, once all left rows have been there.
    private Iterator<Object[]> unmatched;
    private final Deque<Pair> waiting = new ArrayDeque<>();

    private record Pair(SpillFile left, SpillFile right, int level) {}

    public HashJoinOperator(PlanNode.HashJoin join, BuildContext context) {
        run = context.run();
        type = join.type();
        left = new JoinSide(
                join.left(), join.keys().stream().map(PlanNode.HashKey::left).toList(), context);
        right = new JoinSide(
                join.right(), join.keys().stream().map(PlanNode.HashKey::right).toList(), context);
        keys = JoinSide.keysOf(join, context);
        residual = context.compiler().compileOptional(join.residual());
        rows = new JoinRows(join, context);
        unknown = join.nullAware() ? new UnknownMatches(keys) : null;
        inMemoryOnly = context.tracksProvenance() || join.nullAware();
        rightDependencies = Dependencies.of(join.right(), context);
    }

    @Override
    public void open() {
        start();
    }

    private void start() {
        probe = null;
        leftRow = null;
        candidate = null;
        unmatched = null;
    }

    @Override
    public void rescan() {
        if (table != null && !split && tableStamp == rightDependencies.stamp()) {
            start();
            table.clearMatches();
        } else {
            close();
            open();
        }
    }

    @Override
    public Object[] next() {
        if (probe == null && !startProbing()) {
            return null;
        }
        while (true) {
            Object[] row = unmatched == null ? nextOfProbe() : nextUnmatched();
            if (row != null) {
                return row;
            }
            if (unmatched == null && type.nullsLeft()) {
                unmatched = table.unmatched().iterator();
            } else if (!nextPartition()) {
                return null;
            }
        }
    }

    /// False when there can be no row.
    private boolean startProbing() {
        if (table == null) {
            tableStamp = rightDependencies.stamp();
            right.input.open();
            load(right.input::next, 0);
            right.input.close();
        }
        if (!split && table.isEmpty() && (type == JoinType.INNER || type == JoinType.SEMI)) {
            probe = () -> null;
            return false;
        }
        left.input.close();
        left.input.open();
        probe = left.input::next;
        if (split) {
            splitLeft(probe, partitions);
            left.input.close();
            partitions = null;
            return nextPartition();
        }
        return true;
    }

    /// Reads right rows into the table, or, when they are too many, all of them into files.
    private void load(Supplier<Object[]> source, int level) {
        table = new JoinTable();
        partitions = null;
        long bytes = 0;
        for (Object[] row = source.get(); row != null; row = source.get()) {
            run.checkCancellation();
            Object[] values = right.keyValues(row);
            boolean incomplete = JoinKeys.hasNull(values);
            if (incomplete && unknown == null && !type.nullsLeft()) {
                continue;
            }
            Grouping.Key key = keys.key(values);
            if (partitions != null) {
                partitions.addRight(key.hashCode(), row);
                continue;
            }
            if (incomplete) {
                table.addIncomplete(values, row);
            } else {
                table.add(key, row);
            }
            bytes += ENTRY_BYTES + RowSize.of(row);
            if (bytes > run.execution().workMemBytes() && !inMemoryOnly && level <= JoinPartitions.LEVELS_MAX) {
                splitTable(level);
            }
        }
    }

    private void splitTable(int level) {
        split = true;
        partitions = new JoinPartitions(
                level, left.serializer, right.serializer, run.execution().spillDirectory());
        for (int i = 0; i < JoinPartitions.COUNT; i++) {
            waiting.push(new Pair(partitions.left(i), partitions.right(i), level + 1));
        }
        for (Object[] row : table.unmatched()) {
            partitions.addRight(keys.key(right.keyValues(row)).hashCode(), row);
        }
        table = new JoinTable();
    }

    private void splitLeft(Supplier<Object[]> source, JoinPartitions into) {
        for (Object[] row = source.get(); row != null; row = source.get()) {
            run.checkCancellation();
            into.addLeft(keys.key(left.keyValues(row)).hashCode(), row);
        }
    }

    /// Goes on with the next pair of files; false when there is none.
    private boolean nextPartition() {
        while (!waiting.isEmpty()) {
            Pair pair = waiting.pop();
            load(pair.right.reader()::next, pair.level);
            pair.right.close();
            SpillFile.Reader leftRows = pair.left.reader();
            if (partitions != null) {
                splitLeft(leftRows::next, partitions);
                partitions = null;
                pair.left.close();
                continue;
            }
            probe = () -> {
                Object[] row = leftRows.next();
                if (row == null) {
                    pair.left.close();
                }
                return row;
            };
            unmatched = null;
            leftRow = null;
            return true;
        }
        return false;
    }

    /// Null when the left rows are used up.
    private Object[] nextOfProbe() {
        while (true) {
            if (leftRow == null) {
                leftRow = probe.get();
                if (leftRow == null) {
                    return null;
                }
                run.checkCancellation();
                Object[] values = left.keyValues(leftRow);
                candidate = JoinKeys.hasNull(values) ? null : table.find(keys.key(values));
                matched = candidate == null && unknown != null && unknown.any(values, table);
            }
            Object[] row = nextMatch();
            if (row != null) {
                return row;
            }
        }
    }

    /// The next row of the current left row, null once it has none any more (and `leftRow` is null).
    private Object[] nextMatch() {
        while (candidate != null) {
            JoinTable.Entry entry = candidate;
            candidate = entry.next;
            if (residual != null && !Boolean.TRUE.equals(residual.evaluate(rows.view(leftRow, entry.row)))) {
                continue;
            }
            matched = true;
            entry.matched = true;
            Object[] before = leftRow;
            switch (type) {
                case SEMI -> {
                    leftRow = null;
                    return rows.semi(before, entry.row);
                }
                case ANTI -> {
                    leftRow = null;
                    return null;
                }
                case INNER, LEFT, RIGHT, FULL -> {
                    return rows.join(before, entry.row);
                }
            }
        }
        Object[] before = leftRow;
        leftRow = null;
        if (matched) {
            return null;
        }
        return type == JoinType.ANTI ? before : type.nullsRight() ? rows.join(before, null) : null;
    }

    private Object[] nextUnmatched() {
        return unmatched.hasNext() ? rows.join(null, unmatched.next()) : null;
    }

    @Override
    public void close() {
        left.input.close();
        right.input.close();
        table = null;
        split = false;
        partitions = null;
        probe = null;
        unmatched = null;
        candidate = null;
        leftRow = null;
        for (Pair pair : List.copyOf(waiting)) {
            pair.left.close();
            pair.right.close();
        }
        waiting.clear();
    }
}
