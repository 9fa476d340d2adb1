package io.pglitedb.executor.vector.expression;

import io.pglitedb.executor.row.expression.BoundFunction;
import io.pglitedb.types.kernel.ColumnFunction;
import io.pglitedb.types.kernel.LoopKernels;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;

/// A call of a strict built-in function.
final class FunctionExpression implements VectorExpression {
    private final BoundFunction function;
    private final LoopKernels loops;
    /// Null when the function has none.
    private final ColumnFunction columns;
    private final List<VectorExpression> arguments;
    private final VectorForm form;
    /// Null unless a predicate.
    private final DictionaryMemo memo;

    FunctionExpression(
            BoundFunction function, ColumnFunction columns, List<VectorExpression> arguments, VectorForm form) {
        this.function = function;
        this.loops = LoopKernels.of(function.implementation());
        this.columns = columns;
        this.arguments = arguments;
        this.form = form;
        this.memo = loops.isPredicate() ? new DictionaryMemo() : null;
    }

    private Vector[] arguments(Batch batch, Selection rows) {
        Vector[] values = new Vector[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).evaluate(batch, rows);
        }
        return values;
    }

    private static long[] nulls(Vector[] values, int length) {
        long[] nulls = null;
        for (Vector value : values) {
            nulls = Nulls.or(nulls, value.nulls(), length);
        }
        return nulls;
    }

    @Override
    public Vector evaluate(Batch batch, Selection rows) {
        Vector[] values = arguments(batch, rows);
        int length = batch.length();
        long[] nulls = nulls(values, length);
        Selection present = rows.without(nulls);
        if (present.isEmpty()) {
            return new ConstantVector(form, null, length);
        }
        if (loops.isPredicate()) {
            return LogicExpressions.booleans(select(values, present, nulls), nulls, length);
        }
        if (columns != null) {
            Vector result = columns.map(values, present, nulls);
            if (result != null) {
                return result;
            }
        }
        return loops.map(function.context(), values, present, form, nulls, length);
    }

    @Override
    public Selection select(Batch batch, Selection rows) {
        Vector[] values = arguments(batch, rows);
        long[] nulls = nulls(values, batch.length());
        Selection present = rows.without(nulls);
        if (present.isEmpty()) {
            return present;
        }
        return loops.isPredicate()
                ? select(values, present, nulls)
                : Truth.of(loops.map(function.context(), values, present, form, nulls, batch.length()), present);
    }

    private Selection select(Vector[] values, Selection rows, long[] nulls) {
        int coded = soleDictionary(values);
        if (coded >= 0) {
            DictionaryVector codes = (DictionaryVector) values[coded];
            return memo.select(codes, rows, constants(values, coded), entries -> {
                Vector[] ofEntries = values.clone();
                ofEntries[coded] = codes.dictionary();
                return selectPlain(ofEntries, entries, null);
            });
        }
        return selectPlain(values, rows, nulls);
    }

    private Selection selectPlain(Vector[] values, Selection rows, long[] nulls) {
        if (columns != null && columns.isPredicate()) {
            Selection result = columns.select(values, rows, nulls);
            if (result != null) {
                return result;
            }
        }
        return loops.select(function.context(), values, rows);
    }

    /// The one argument that is a dictionary among constants; -1 when they are otherwise.
    private static int soleDictionary(Vector[] values) {
        int found = -1;
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof DictionaryVector codes && found < 0 && DictionaryMemo.pays(codes)) {
                found = i;
            } else if (!(values[i] instanceof ConstantVector)) {
                return -1;
            }
        }
        return found;
    }

    private static List<Object> constants(Vector[] values, int except) {
        Object[] constants = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            constants[i] = i == except ? Boolean.TRUE : ((ConstantVector) values[i]).value();
        }
        return List.of(constants);
    }
}
