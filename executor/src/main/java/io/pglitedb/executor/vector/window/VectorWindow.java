package io.pglitedb.executor.vector.window;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.block.KeptRows;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.sort.KeyChanges;
import io.pglitedb.executor.vector.spill.BatchCodec;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.ArrayList;
import java.util.List;

/// Window functions of one window over rows sorted by partition, then order: the rows with the calls' values
/// behind their columns.
public final class VectorWindow implements VectorOperator {
    private final Run run;
    private final VectorOperator input;
    private final KeyChanges partitions;
    private final KeyChanges peers;
    private final List<WindowColumn> calls;
    private final RowQueue queue;

    private boolean ended;
    /// Rows read, and rows given.
    private long fed;
    private long given;
    /// What is being given, from that row on; null for nothing.
    private RowQueue.Entry head;
    private int headRow;

    public VectorWindow(PlanNode.Window window, VectorOperator input, BuildContext context, VectorCompiler compiler) {
        this.run = context.run();
        this.input = input;
        List<PlanColumn> columns = window.input().columns();
        partitions = new KeyChanges(window.partition(), columns, context);
        peers = new KeyChanges(window.peers(), columns, context);
        WindowColumns compiled = new WindowColumns(window, context, compiler);
        calls = window.calls().stream().map(compiled::compile).toList();
        queue = new RowQueue(new BatchCodec(columns, context), context.run());
    }

    @Override
    public void open() {
        close();
        ended = false;
        fed = 0;
        given = 0;
        partitions.restart();
        peers.restart();
        calls.forEach(WindowColumn::start);
        input.open();
    }

    @Override
    public Batch next() {
        while (true) {
            if (head == null) {
                head = queue.poll();
                headRow = 0;
            }
            long ready = ready() - given;
            if (head != null && ready > 0) {
                return give((int) Math.min(head.batch().length(), headRow + ready));
            }
            if (ended) {
                return null;
            }
            feed();
        }
    }

    private long ready() {
        long ready = fed;
        for (WindowColumn call : calls) {
            ready = Math.min(ready, call.ready());
        }
        return ready;
    }

    private void feed() {
        run.checkCancellation();
        Batch next = input.next();
        if (next == null) {
            ended = true;
            input.close();
            calls.forEach(WindowColumn::end);
            return;
        }
        KeptRows rows = queue.flat(next);
        long bytes = rows.bytes();
        Batch batch = rows.take().block(0);
        byte[] marks = new byte[batch.length()];
        mark(peers.starts(batch), marks, Marks.PEERS);
        mark(partitions.starts(batch), marks, Marks.PARTITION);
        calls.forEach(call -> call.feed(batch, marks));
        queue.add(batch, bytes, marks);
        fed += batch.length();
    }

    private static void mark(Selection starts, byte[] marks, byte mark) {
        for (int index = 0; index < starts.count(); index++) {
            marks[starts.row(index)] = mark;
        }
    }

    private Batch give(int to) {
        Batch batch = head.batch();
        List<Vector> columns = new ArrayList<>(batch.columns());
        for (WindowColumn call : calls) {
            columns.add(call.give(head.marks(), batch.length(), headRow, to));
        }
        Selection rows = Selection.first(batch.length()).slice(headRow, to);
        given += rows.count();
        headRow = to;
        if (to == batch.length()) {
            head = null;
        }
        return new Batch(columns, batch.length(), rows);
    }

    @Override
    public void close() {
        input.close();
        queue.close();
        head = null;
    }
}
