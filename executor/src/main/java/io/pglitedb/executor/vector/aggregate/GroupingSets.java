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
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Groups rows by several sets of keys at once, a hash table each; all groups of a set, then those of the next.
/// The sets share the budget; once its share is used up, a set keeps rows of further groups in files.
public final class GroupingSets implements VectorOperator {
    private final Run run;
    private final VectorOperator input;
    private final PlanNode.Aggregate aggregate;
    private final List<ValueEquality> equalities = new ArrayList<>();
    private final List<VectorForm> keyForms = new ArrayList<>();
    private final List<VectorForm> inputForms;
    private final List<Supplier<AggregateStates>> calls;
    private final Supplier<RowSerializer> serializers;

    /// Null before the first batch was asked for.
    private List<OfSet> sets;
    private int current;

    public GroupingSets(
            PlanNode.Aggregate aggregate, VectorOperator input, BuildContext context, VectorCompiler compiler) {
        this.run = context.run();
        this.input = input;
        this.aggregate = aggregate;
        List<PlanColumn> columns = aggregate.input().columns();
        for (GroupKey key : aggregate.keys()) {
            int type = columns.get(key.slot()).type();
            equalities.add(context.operators().equality(key.equality(), key.collation(), type));
            keyForms.add(compiler.form(type));
        }
        inputForms =
                columns.stream().map(column -> compiler.form(column.type())).toList();
        calls = new AggregateCalls(context, compiler).compileAll(aggregate.calls());
        serializers = () -> context.serializer(columns);
    }

    /// The groups of one set.
    private final class OfSet {
        /// Numbers of the node's keys.
        private final List<Integer> keys;
        private final int mask;
        private final Partitions partitions = new Partitions(serializers.get(), inputForms, run);
        private Groups groups;
        private boolean full;
        private int given;

        OfSet(List<Integer> keys) {
            this.keys = keys;
            int left = (1 << keyForms.size()) - 1;
            for (int key : keys) {
                left &= ~(1 << key);
            }
            mask = left;
            start();
        }

        private void start() {
            KeyTable table = new KeyTable(
                    keys.stream().map(equalities::get).toList(),
                    keys.stream().map(keyForms::get).toList());
            int[] slots = keys.stream()
                    .mapToInt(key -> aggregate.keys().get(key).slot())
                    .toArray();
            groups = new Groups(slots, keys.isEmpty() ? null : table, calls);
            full = false;
            given = 0;
        }

        void add(Batch batch) {
            if (!full) {
                groups.add(batch);
                full = groups.hasKeys()
                        && partitions.canSplit()
                        && groups.bytes() > run.execution().workMemBytes() / sets.size();
                return;
            }
            Selection others = groups.addKnown(batch);
            for (int index = 0; index < others.count(); index++) {
                int row = others.row(index);
                partitions.add(groups.hash(row), batch.row(row));
            }
        }

        /// Null after the last group.
        Batch next() {
            while (given == groups.size()) {
                groups.close();
                Supplier<Batch> file = partitions.nextFile();
                if (file == null) {
                    return null;
                }
                start();
                for (Batch batch = file.get(); batch != null; batch = file.get()) {
                    run.checkCancellation();
                    add(batch);
                }
            }
            int from = given;
            given = Math.min(groups.size(), from + Vector.LENGTH_MAX);
            return spread(groups.results(from, given));
        }

        /// The node's columns of keys and aggregates of this set.
        private Batch spread(Batch results) {
            List<Vector> columns = new ArrayList<>();
            for (int key = 0; key < keyForms.size(); key++) {
                int at = keys.indexOf(key);
                columns.add(
                        at < 0 ? new ConstantVector(keyForms.get(key), null, results.length()) : results.column(at));
            }
            columns.addAll(
                    results.columns().subList(keys.size(), results.columns().size()));
            columns.add(new ConstantVector(VectorForm.INTEGER, mask, results.length()));
            return Batch.of(columns, results.length());
        }

        void close() {
            groups.close();
            partitions.close();
        }
    }

    @Override
    public void open() {
        close();
        input.open();
    }

    @Override
    public Batch next() {
        if (sets == null) {
            sets = new ArrayList<>();
            current = 0;
            aggregate.groupingSets().forEach(keys -> sets.add(new OfSet(keys)));
            for (Batch batch = input.next(); batch != null; batch = input.next()) {
                run.checkCancellation();
                for (OfSet set : sets) {
                    set.add(batch);
                }
            }
            input.close();
        }
        while (current < sets.size()) {
            Batch batch = sets.get(current).next();
            if (batch != null) {
                return batch;
            }
            sets.get(current++).close();
        }
        return null;
    }

    @Override
    public void close() {
        input.close();
        if (sets != null) {
            sets.forEach(OfSet::close);
            sets = null;
        }
    }
}
