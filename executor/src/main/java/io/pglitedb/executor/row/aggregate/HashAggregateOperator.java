package io.pglitedb.executor.row.aggregate;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Groups rows by hash tables, one for each grouping set.
public final class HashAggregateOperator implements Operator {
    private final Run run;
    private final Operator input;
    private final GroupRow groupRow;
    private final List<Grouping> groupings = new ArrayList<>();
    private final List<int[]> positions = new ArrayList<>();
    private final int keyCount;
    private final RowSerializer serializer;

    /// Null before the first row was asked for.
    private List<HashGroups> sets;
    private int current;

    public HashAggregateOperator(PlanNode.Aggregate aggregate, BuildContext context) {
        run = context.run();
        input = context.build(aggregate.input());
        groupRow = new GroupRow(aggregate, context);
        keyCount = aggregate.keys().size();
        serializer = context.serializer(aggregate.input().columns());
        List<List<Integer>> wanted = aggregate.groupingSets().isEmpty()
                ? List.of(IntStream.range(0, keyCount).boxed().toList())
                : aggregate.groupingSets();
        for (List<Integer> set : wanted) {
            List<GroupKey> keys = set.stream().map(aggregate.keys()::get).toList();
            groupings.add(new Grouping(keys, aggregate.input().columns(), context.operators()));
            positions.add(set.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    @Override
    public void open() {
        input.open();
    }

    @Override
    public Object[] next() {
        if (sets == null) {
            aggregate();
        }
        while (current < sets.size()) {
            Object[] row = sets.get(current).next();
            if (row != null) {
                return row;
            }
            sets.get(current++).close();
        }
        return null;
    }

    private void aggregate() {
        sets = new ArrayList<>();
        current = 0;
        for (int i = 0; i < groupings.size(); i++) {
            HashGroups groups = new HashGroups(run, groupRow, groupings.get(i), positions.get(i), keyCount, serializer);
            groups.ensureGroup();
            sets.add(groups);
        }
        for (Object[] row = input.next(); row != null; row = input.next()) {
            for (HashGroups groups : sets) {
                groups.add(row);
            }
        }
        input.close();
    }

    @Override
    public void close() {
        input.close();
        if (sets != null) {
            sets.forEach(HashGroups::close);
            sets = null;
        }
    }
}
