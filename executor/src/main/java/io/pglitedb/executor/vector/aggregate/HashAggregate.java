package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.key.ValueEquality;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.row.spill.SpillFile;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.executor.vector.parallel.ParallelPipeline;
import io.pglitedb.executor.vector.scan.RowRange;
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
    /// What makes the groups where threads may; null where one thread has to.
    private final ParallelPipeline parallel;
    private final int[] keySlots;
    private final List<ValueEquality> equalities = new ArrayList<>();
    private final List<VectorForm> keyForms = new ArrayList<>();
    private final PlanNode.Aggregate aggregate;
    private final AggregateCalls compiler;
    private final List<Supplier<AggregateStates>> calls;
    private final Supplier<RowSerializer> serializers;
    private final List<VectorForm> inputForms;

    /// What threads have to read; nothing when one thread reads the input.
    private List<RowRange> ranges = List.of();
    /// Null before the first batch was asked for.
    private Groups groups;
    private int given;
    private Partitions partitions;

    public HashAggregate(
            PlanNode.Aggregate aggregate, VectorOperator input, BuildContext context, VectorCompiler compiler) {
        this(aggregate, input, null, context, compiler);
    }

    /// @param input of which threads may make groups each
    public HashAggregate(
            PlanNode.Aggregate aggregate, ParallelPipeline input, BuildContext context, VectorCompiler compiler) {
        this(aggregate, input.serial(), input, context, compiler);
    }

    private HashAggregate(
            PlanNode.Aggregate aggregate,
            VectorOperator input,
            ParallelPipeline parallel,
            BuildContext context,
            VectorCompiler compiler) {
        this.run = context.run();
        this.input = input;
        this.parallel = parallel;
        this.aggregate = aggregate;
        List<PlanColumn> columns = aggregate.input().columns();
        keySlots = aggregate.keys().stream().mapToInt(GroupKey::slot).toArray();
        for (GroupKey key : aggregate.keys()) {
            int type = columns.get(key.slot()).type();
            equalities.add(context.operators().equality(key.equality(), key.collation(), type));
            keyForms.add(compiler.form(type));
        }
        this.compiler = new AggregateCalls(context, compiler);
        calls = compiled();
        serializers = () -> context.serializer(columns);
        inputForms =
                columns.stream().map(column -> compiler.form(column.type())).toList();
    }

    /// Whether groups that threads have made can be merged.
    public static boolean canMerge(PlanNode.Aggregate aggregate, BuildContext context, VectorCompiler compiler) {
        return new AggregateCalls(context, compiler)
                .compileAll(aggregate.calls()).stream()
                        .allMatch(call -> call.get().canMerge());
    }

    private List<Supplier<AggregateStates>> compiled() {
        return compiler.compileAll(aggregate.calls());
    }

    private Groups groups(List<Supplier<AggregateStates>> of) {
        return new Groups(keySlots, keySlots.length == 0 ? null : new KeyTable(equalities, keyForms), of);
    }

    @Override
    public void open() {
        ranges = parallel == null ? List.of() : parallel.begin();
        if (ranges.isEmpty()) {
            input.open();
        }
    }

    @Override
    public Batch next() {
        if (groups == null) {
            partitions = new Partitions(serializers.get(), inputForms, run);
            if (ranges.isEmpty()) {
                start();
                aggregate(input::next, false);
                input.close();
            } else {
                aggregateByThreads();
            }
        }
        while (given == groups.size()) {
            groups.close();
            Supplier<Batch> file = partitions.nextFile();
            if (file == null) {
                return null;
            }
            start();
            aggregate(file, false);
        }
        int from = given;
        given = Math.min(groups.size(), from + Vector.LENGTH_MAX);
        return groups.results(from, given);
    }

    private void start() {
        groups = groups(calls);
        given = 0;
    }

    private void aggregateByThreads() {
        start();
        try (ParallelGroups threads =
                new ParallelGroups(parallel, ranges, () -> groups(compiled()), serializers, run)) {
            threads.run();
            threads.mergeInto(groups);
            for (SpillFile others : threads.others()) {
                aggregate(Partitions.batches(others, inputForms), true);
            }
        } finally {
            parallel.close();
        }
    }

    /// @param fullAlready whether rows of new groups have to go to files from the start
    private void aggregate(Supplier<Batch> source, boolean fullAlready) {
        boolean full = fullAlready;
        for (Batch batch = source.get(); batch != null; batch = source.get()) {
            run.checkCancellation();
            if (!full) {
                groups.add(batch);
                full = groups.hasKeys()
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
