package io.pglitedb.executor.vector.join;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.key.ValueEquality;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;

/// One input of a join with its keys.
///
/// @param keyForms of the keys' values
/// @param equalities by which keys of both inputs are the same
/// @param forms of its columns
record JoinInput(
        VectorOperator operator,
        List<VectorExpression> keys,
        List<VectorForm> keyForms,
        List<ValueEquality> equalities,
        List<VectorForm> forms,
        RowSerializer serializer) {
    static JoinInput left(
            PlanNode.HashJoin join, VectorOperator operator, VectorCompiler compiler, BuildContext context) {
        List<Expr> keys = join.keys().stream().map(PlanNode.HashKey::left).toList();
        return of(join, join.left(), operator, keys, compiler, context);
    }

    static JoinInput right(
            PlanNode.HashJoin join, VectorOperator operator, VectorCompiler compiler, BuildContext context) {
        List<Expr> keys = join.keys().stream().map(PlanNode.HashKey::right).toList();
        return of(join, join.right(), operator, keys, compiler, context);
    }

    private static JoinInput of(
            PlanNode.HashJoin join,
            PlanNode node,
            VectorOperator operator,
            List<Expr> keys,
            VectorCompiler compiler,
            BuildContext context) {
        return new JoinInput(
                operator,
                compiler.compileAll(keys),
                keys.stream().map(key -> compiler.form(key.type())).toList(),
                join.keys().stream()
                        .map(key -> context.operators()
                                .equality(
                                        key.operator(),
                                        key.collation(),
                                        key.left().type()))
                        .toList(),
                node.columns().stream()
                        .map(column -> compiler.form(column.type()))
                        .toList(),
                context.serializer(node.columns()));
    }

    /// An empty table for this input's rows.
    BuildTable table() {
        return new BuildTable(new KeyTable(equalities, keyForms), forms);
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
