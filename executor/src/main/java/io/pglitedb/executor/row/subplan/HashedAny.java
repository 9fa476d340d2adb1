package io.pglitedb.executor.row.subplan;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.executor.row.key.JoinKeys;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `(a, b) = ANY (SELECT …)` over a hash table of the subquery's rows. A row that would match but for a NULL on
/// either side makes the answer unknown.
final class HashedAny implements Evaluator {
    private final SubQuery query;
    private final Evaluator[] outer;
    private final JoinKeys keys;

    /// @param complete keys of the rows without a NULL
    /// @param partial the rows with one
    private record Table(Set<Grouping.Key> complete, List<Object[]> partial) {
        boolean isEmpty() {
            return complete.isEmpty() && partial.isEmpty();
        }
    }

    HashedAny(Expr.SubPlan subPlan, SubQuery query, BuildContext context, ExpressionCompiler compiler) {
        this.query = query;
        int width = subPlan.hashKeys().size();
        outer = new Evaluator[width];
        JoinKeys.Builder builder = new JoinKeys.Builder(context.operators());
        for (int i = 0; i < width; i++) {
            Expr.SubPlan.HashKey key = subPlan.hashKeys().get(i);
            outer[i] = compiler.compile(key.outer());
            builder.add(key.operator(), key.collation(), key.outer());
        }
        keys = builder.build();
    }

    private Object load(Operator rows) {
        Table table = new Table(new HashSet<>(), new ArrayList<>());
        for (Object[] row = rows.next(); row != null; row = rows.next()) {
            Object[] values = new Object[outer.length];
            System.arraycopy(row, 0, values, 0, values.length);
            if (JoinKeys.hasNull(values)) {
                table.partial.add(values);
            } else {
                table.complete.add(keys.key(values));
            }
        }
        return table;
    }

    @Override
    public Object evaluate(Object[] row) {
        Table table = (Table) query.cached(row, this::load);
        if (table.isEmpty()) {
            return false;
        }
        Object[] values = new Object[outer.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = outer[i].evaluate(row);
        }
        boolean outerNull = JoinKeys.hasNull(values);
        if (!outerNull && table.complete.contains(keys.key(values))) {
            return true;
        }
        for (Object[] each : table.partial) {
            if (keys.mayEqual(values, each)) {
                return null;
            }
        }
        if (outerNull) {
            for (Grouping.Key each : table.complete) {
                if (keys.mayEqual(values, each.values())) {
                    return null;
                }
            }
        }
        return false;
    }
}
