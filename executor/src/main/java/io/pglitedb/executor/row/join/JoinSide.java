package io.pglitedb.executor.row.join;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.key.JoinKeys;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import java.util.List;

/// One input of a hash join with its keys.
final class JoinSide {
    final Operator input;
    final RowSerializer serializer;
    private final Evaluator[] keys;

    JoinSide(PlanNode node, List<Expr> keys, BuildContext context) {
        this.input = context.build(node);
        this.serializer = context.serializer(node.columns());
        this.keys = context.compiler().compileAll(keys).toArray(new Evaluator[0]);
    }

    Object[] keyValues(Object[] row) {
        Object[] values = new Object[keys.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = keys[i].evaluate(row);
        }
        return values;
    }

    /// Equality of the two sides' keys.
    static JoinKeys keysOf(PlanNode.HashJoin join, BuildContext context) {
        JoinKeys.Builder builder = new JoinKeys.Builder(context.operators());
        join.keys().forEach(key -> builder.add(key.operator(), key.collation(), key.left()));
        return builder.build();
    }
}
