package io.pglitedb.executor.row.set;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.executor.row.spill.RowBuffer;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.planner.plan.PlanNode;
import java.util.HashSet;
import java.util.Set;

/// WITH RECURSIVE: the left side, then round by round the right side over the rows of the round before.
public final class RecursiveUnionOperator implements Operator {
    private final Run run;
    private final Operator left;
    private final Operator right;
    private final WorkTable workTable;
    private final RowSerializer serializer;
    /// Null for UNION ALL.
    private final Grouping keys;

    private final Set<Grouping.Key> seen = new HashSet<>();
    private RowBuffer current;
    private RowBuffer nextRound;
    private boolean leftDone;
    private boolean rightOpen;

    public RecursiveUnionOperator(PlanNode.RecursiveUnion union, WorkTable workTable, BuildContext context) {
        this.run = context.run();
        this.left = context.build(union.left());
        this.right = context.build(union.right());
        this.workTable = workTable;
        this.serializer = context.serializer(union.columns());
        this.keys = union.keys().isEmpty() ? null : new Grouping(union.keys(), union.columns(), context.operators());
    }

    @Override
    public void open() {
        seen.clear();
        leftDone = false;
        current = newBuffer();
        nextRound = newBuffer();
        left.open();
    }

    private RowBuffer newBuffer() {
        return new RowBuffer(
                serializer, run.execution().spillDirectory(), run.execution().workMemBytes());
    }

    @Override
    public Object[] next() {
        while (true) {
            run.checkCancellation();
            Object[] row = leftDone ? right.next() : left.next();
            if (row != null) {
                if (keys == null || seen.add(keys.key(row))) {
                    nextRound.add(row);
                    return row;
                }
                continue;
            }
            if (!leftDone) {
                leftDone = true;
                left.close();
            }
            if (nextRound.size() == 0) {
                return null;
            }
            startRound();
        }
    }

    private void startRound() {
        current.close();
        current = nextRound;
        nextRound = newBuffer();
        workTable.set(current);
        if (rightOpen) {
            right.rescan();
        } else {
            rightOpen = true;
            right.open();
        }
    }

    @Override
    public void close() {
        left.close();
        right.close();
        rightOpen = false;
        seen.clear();
        if (current != null) {
            current.close();
            nextRound.close();
            current = null;
        }
    }
}
