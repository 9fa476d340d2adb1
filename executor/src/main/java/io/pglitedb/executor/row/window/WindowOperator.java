package io.pglitedb.executor.row.window;

import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.aggregate.Transition;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.FunctionBinder;
import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.executor.row.spill.RowBuffer;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import java.util.Arrays;
import java.util.List;

/// Window functions of one window: reads a partition, then gives its rows with the calls' values behind their
/// columns.
public final class WindowOperator implements Operator {
    private final Run run;
    private final Operator input;
    private final int width;
    private final RowSerializer serializer;
    private final Grouping partitions;
    private final Grouping peers;
    private final FrameBounds bounds;
    private final WindowFunction[] functions;
    private final Frame frame = new Frame();

    /// Null before the first partition and behind the last.
    private PartitionRows partition;
    private int next;
    /// First row of the partition that comes next.
    private Object[] ahead;
    private boolean started;

    public WindowOperator(PlanNode.Window window, BuildContext context) {
        run = context.run();
        input = context.build(window.input());
        width = window.input().columns().size();
        serializer = context.serializer(window.input().columns());
        partitions = new Grouping(window.partition(), window.input().columns(), context.operators());
        peers = new Grouping(window.peers(), window.input().columns(), context.operators());
        bounds = new FrameBounds(window, context);
        functions = window.calls().stream().map(call -> function(call, context)).toArray(WindowFunction[]::new);
    }

    private WindowFunction function(Expr.WindowCall call, BuildContext context) {
        List<Evaluator> arguments = context.compiler().compileAll(call.arguments());
        if (call.aggregate()) {
            return aggregate(call, arguments, context);
        }
        String prosrc = context.catalog().function(call.function()).prosrc();
        WindowFunction found = RankFunctions.find(prosrc, arguments);
        if (found == null) {
            found = RowFunctions.find(prosrc, arguments);
        }
        if (found == null) {
            throw PgException.notSupported("window function "
                    + context.catalog().function(call.function()).name());
        }
        return found;
    }

    private WindowFunction aggregate(Expr.WindowCall call, List<Evaluator> arguments, BuildContext context) {
        FunctionBinder binder = context.compiler().binder();
        AggregateDef definition = context.catalog().aggregate(call.function());
        List<Integer> types = call.arguments().stream().map(Expr::type).toList();
        Transition functions = null;
        if (!bounds.startsWithPartition() && !bounds.excludes()) {
            functions = Transition.moving(definition, types, call.type(), call.inputCollation(), binder);
        }
        if (functions == null) {
            functions = Transition.plain(definition, List.of(), types, call.type(), call.inputCollation(), binder);
        }
        return new FrameAggregate(
                functions,
                arguments.toArray(new Evaluator[0]),
                context.compiler().compileOptional(call.filter()),
                bounds.excludes());
    }

    @Override
    public void open() {
        started = false;
        ahead = null;
        input.open();
    }

    @Override
    public Object[] next() {
        if (!started) {
            started = true;
            bounds.evaluateOffsets();
            ahead = input.next();
        }
        if (partition == null || next == partition.size()) {
            closePartition();
            if (ahead == null) {
                return null;
            }
            readPartition();
        }
        int row = next++;
        bounds.compute(row, frame);
        Object[] columns = Arrays.copyOf(partition.row(row), width + functions.length);
        for (int i = 0; i < functions.length; i++) {
            columns[width + i] = functions[i].value(row, frame);
        }
        return columns;
    }

    private void readPartition() {
        partition = new PartitionRows(
                new RowBuffer(
                        serializer,
                        run.execution().spillDirectory(),
                        run.execution().workMemBytes()),
                peers);
        Object[] first = ahead;
        do {
            partition.add(ahead);
            run.checkCancellation();
            ahead = input.next();
        } while (ahead != null && partitions.same(first, ahead));
        next = 0;
        bounds.start(partition);
        for (WindowFunction function : functions) {
            function.start(partition);
        }
    }

    private void closePartition() {
        if (partition != null) {
            partition.close();
            partition = null;
        }
    }

    @Override
    public void close() {
        input.close();
        closePartition();
        ahead = null;
    }
}
