package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.key.ValueEquality;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.executor.vector.spill.Partitions;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Groups rows by a hash table; groups come out in order of their first rows. Once the budget is used up, rows of
/// groups that are not in the table go to files, by their hashes; each file is then aggregated in the same way.
public final class HashAggregate implements VectorOperator {
    private final Run run;
    private final VectorOperator input;
    private final int[] keySlots;
    private final List<ValueEquality> equalities = new ArrayList<>();
    private final List<VectorForm> keyForms = new ArrayList<>();
    private final List<Supplier<AggregateStates>> calls;
    private final RowSerializer serializer;
    private final List<VectorForm> inputForms;

    /// Null before the first batch was asked for.
    private Groups groups;
    private int given;
    private Partitions partitions;

    public HashAggregate(
            PlanNode.Aggregate aggregate, VectorOperator input, BuildContext context, VectorCompiler compiler) {
        this.run = context.run();
        this.input = input;
        List<PlanColumn> columns = aggregate.input().columns();
        keySlots = aggregate.keys().stream().mapToInt(GroupKey::slot).toArray();
        for (GroupKey key : aggregate.keys()) {
            int type = columns.get(key.slot()).type();
            equalities.add(context.operators().equality(key.equality(), key.collation(), type));
            keyForms.add(compiler.form(type));
        }
        AggregateCalls compiled = new AggregateCalls(context, compiler);
        calls = aggregate.calls().stream().map(compiled::compile).toList();
        serializer = context.serializer(columns);
        inputForms =
                columns.stream().map(column -> compiler.form(column.type())).toList();
    }

    @Override
    public void open() {
        input.open();
    }

    @Override
    public Batch next() {
        if (groups == null) {
            partitions = new Partitions(serializer, inputForms, run);
            aggregate(input::next);
            input.close();
        }
        while (given == groups.size()) {
            groups.close();
            Supplier<Batch> file = partitions.nextFile();
            if (file == null) {
                return null;
            }
            aggregate(file);
        }
        int from = given;
        given = Math.min(groups.size(), from + Vector.LENGTH_MAX);
        return groups.results(from, given);
    }

    private void aggregate(Supplier<Batch> source) {
        KeyTable keys = keySlots.length == 0 ? null : new KeyTable(equalities, keyForms);
        groups = new Groups(keySlots, keys, calls);
        given = 0;
        boolean full = false;
        for (Batch batch = source.get(); batch != null; batch = source.get()) {
            run.checkCancellation();
            if (!full) {
                groups.add(batch);
                full = keys != null
                        && partitions.canSplit()
                        && groups.bytes() > run.execution().workMemBytes();
            } else {
                Selection others = groups.addKnown(batch);
                for (int index = 0; index < others.count(); index++) {
                    int row = others.row(index);
                    partitions.add(groups.hash(row), batch.row(row));
                }
            }
        }
    }

    @Override
    public void close() {
        input.close();
        if (groups != null) {
            groups.close();
            partitions.close();
            groups = null;
        }
    }
}
