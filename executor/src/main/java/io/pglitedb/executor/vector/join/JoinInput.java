package io.pglitedb.executor.vector.join;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.key.ValueEquality;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;

/// One input of a join with its keys.
///
/// @param forms of its columns
record JoinInput(
        VectorOperator operator, List<VectorExpression> keys, List<VectorForm> forms, RowSerializer serializer) {
    static JoinInput left(
            PlanNode.HashJoin join, VectorOperator operator, VectorCompiler compiler, BuildContext context) {
        List<Expr> keys = join.keys().stream().map(PlanNode.HashKey::left).toList();
        return of(join.left(), operator, keys, compiler, context);
    }

    static JoinInput right(
            PlanNode.HashJoin join, VectorOperator operator, VectorCompiler compiler, BuildContext context) {
        List<Expr> keys = join.keys().stream().map(PlanNode.HashKey::right).toList();
        return of(join.right(), operator, keys, compiler, context);
    }

    /// By which the keys of a join are the same.
    static List<ValueEquality> equalities(PlanNode.HashJoin join, BuildContext context) {
        return join.keys().stream()
                .map(key -> context.operators()
                        .equality(key.operator(), key.collation(), key.left().type()))
                .toList();
    }

    private static JoinInput of(
            PlanNode node, VectorOperator operator, List<Expr> keys, VectorCompiler compiler, BuildContext context) {
        return new JoinInput(
                operator,
                compiler.compileAll(keys),
                node.columns().stream()
                        .map(column -> compiler.form(column.type()))
                        .toList(),
                context.serializer(node.columns()));
    }

    Vector[] keyValues(Batch batch) {
        Vector[] values = new Vector[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = keys.get(i).evaluate(batch, batch.selection());
        }
        return values;
    }

    /// The rows without a NULL among their keys, which equals nothing.
    static Selection complete(Vector[] keyValues, Selection rows) {
        Selection complete = rows;
        for (Vector values : keyValues) {
            complete = complete.without(values.nulls());
        }
        return complete;
    }
}
