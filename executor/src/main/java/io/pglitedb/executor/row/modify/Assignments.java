package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.plan.PlanNode;
import java.util.BitSet;
import java.util.List;

/// SET: columns with the expressions of their new values.
final class Assignments {
    private final int[] slots;
    private final Evaluator[] values;
    private final BitSet changed = new BitSet();

    Assignments(List<PlanNode.Assignment> assignments, ExpressionCompiler compiler) {
        slots = assignments.stream()
                .mapToInt(assignment -> assignment.column() - 1)
                .toArray();
        values = assignments.stream()
                .map(assignment -> compiler.compile(assignment.value()))
                .toArray(Evaluator[]::new);
        for (int slot : slots) {
            changed.set(slot);
        }
    }

    /// Slots of the table's row.
    BitSet changed() {
        return changed;
    }

    /// @param row of the table
    /// @param input what the expressions are over
    Object[] apply(Object[] row, Object[] input) {
        Object[] after = row.clone();
        for (int i = 0; i < slots.length; i++) {
            after[slots[i]] = values[i].evaluate(input);
        }
        return after;
    }
}
