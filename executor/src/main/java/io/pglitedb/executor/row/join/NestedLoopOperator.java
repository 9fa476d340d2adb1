package io.pglitedb.executor.row.join;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.Parameters;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.PlanNode;
import java.util.BitSet;

/// For each left row, all right rows: run again with the left row's values as parameters, or, without parameters,
/// kept from the first time.
public final class NestedLoopOperator implements Operator {
    private final Run run;
    private final Parameters parameters;
    private final JoinType type;
    private final Operator left;
    private final Operator right;
    private final int[] numbers;
    private final Evaluator[] values;
    /// Null for none.
    private final Evaluator condition;
    private final JoinRows rows;

    private Object[] leftRow;
    private boolean matched;
    private boolean rightOpen;
    /// Right rows that have had a partner, by number; only where those without are wanted.
    private final BitSet matchedRight = new BitSet();
    private int rightNumber;
    private boolean leftDone;

    public NestedLoopOperator(PlanNode.NestedLoop join, BuildContext context) {
        run = context.run();
        parameters = run.parameters();
        type = join.type();
        left = context.build(join.left());
        Operator inner = context.build(join.right());
        right = join.parameters().isEmpty() ? new KeptRows(inner, join.right(), context) : inner;
        numbers = join.parameters().stream()
                .mapToInt(PlanNode.ParameterBinding::parameter)
                .toArray();
        values = join.parameters().stream()
                .map(binding -> context.compiler().compile(binding.value()))
                .toArray(Evaluator[]::new);
        condition = context.compiler().compileOptional(join.condition());
        rows = new JoinRows(join, context);
    }

    @Override
    public void open() {
        start();
        left.open();
    }

    private void start() {
        leftRow = null;
        leftDone = false;
        matchedRight.clear();
    }

    @Override
    public Object[] next() {
        while (!leftDone) {
            if (leftRow == null && !nextLeft()) {
                break;
            }
            Object[] rightRow = right.next();
            run.checkCancellation();
            if (rightRow == null) {
                Object[] before = leftRow;
                leftRow = null;
                if (!matched && type == JoinType.ANTI) {
                    return before;
                }
                if (!matched && type.nullsRight()) {
                    return rows.join(before, null);
                }
                continue;
            }
            int number = rightNumber++;
            if (condition == null || Boolean.TRUE.equals(condition.evaluate(rows.view(leftRow, rightRow)))) {
                matched = true;
                Object[] before = leftRow;
                switch (type) {
                    case SEMI -> {
                        leftRow = null;
                        return rows.semi(before, rightRow);
                    }
                    case ANTI -> leftRow = null;
                    case RIGHT, FULL -> {
                        matchedRight.set(number);
                        return rows.join(before, rightRow);
                    }
                    case INNER, LEFT -> {
                        return rows.join(before, rightRow);
                    }
                }
            }
        }
        return type.nullsLeft() ? nextUnmatchedRight() : null;
    }

    private boolean nextLeft() {
        leftRow = left.next();
        if (leftRow == null) {
            leftDone = true;
            startRight();
            return false;
        }
        for (int i = 0; i < numbers.length; i++) {
            parameters.set(numbers[i], values[i].evaluate(leftRow));
        }
        startRight();
        matched = false;
        return true;
    }

    private void startRight() {
        rightNumber = 0;
        if (leftDone && !type.nullsLeft()) {
            return;
        }
        if (rightOpen) {
            right.rescan();
        } else {
            right.open();
            rightOpen = true;
        }
    }

    private Object[] nextUnmatchedRight() {
        Object[] row;
        while ((row = right.next()) != null) {
            if (!matchedRight.get(rightNumber++)) {
                return rows.join(null, row);
            }
        }
        return null;
    }

    @Override
    public void rescan() {
        start();
        left.rescan();
    }

    @Override
    public void close() {
        left.close();
        right.close();
        rightOpen = false;
        leftRow = null;
    }
}
