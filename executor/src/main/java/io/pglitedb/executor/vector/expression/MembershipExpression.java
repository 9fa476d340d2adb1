package io.pglitedb.executor.vector.expression;

import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `x = ANY (array)` and `x <> ALL (array)` with one array for all rows, for types whose values are the same
/// exactly when the Java objects are equal.
final class MembershipExpression implements VectorExpression {
    private final VectorExpression scalar;
    private final VectorExpression array;
    /// True for `= ANY`, false for `<> ALL`.
    private final boolean any;
    private final DictionaryMemo memo = new DictionaryMemo();

    private PgArray known;
    private Set<Object> elements;
    /// Null when the elements are no integers.
    private LongSet integers;
    private boolean hasNull;

    MembershipExpression(VectorExpression scalar, VectorExpression array, boolean any) {
        this.scalar = scalar;
        this.array = array;
        this.any = any;
    }

    @Override
    public Vector evaluate(Batch batch, Selection rows) {
        int length = batch.length();
        if (rows.isEmpty() || !(array.evaluate(batch, rows).get(rows.row(0)) instanceof PgArray values)) {
            return new ConstantVector(VectorForm.BOOLEAN, null, length);
        }
        if (values.elements().length == 0) {
            return new ConstantVector(VectorForm.BOOLEAN, !any, length);
        }
        prepare(values);
        Vector sought = scalar.evaluate(batch, rows);
        Selection present = rows.without(sought.nulls());
        Selection found = found(sought, present);
        if (!hasNull) {
            Selection trueRows = any ? found : present.minus(found);
            return LogicExpressions.booleans(trueRows, sought.nulls(), length);
        }
        // Not found is unknown.
        Pieces pieces = new Pieces(VectorForm.BOOLEAN, length);
        pieces.add(new ConstantVector(VectorForm.BOOLEAN, any, length), found);
        pieces.add(new ConstantVector(VectorForm.BOOLEAN, null, length), rows.minus(found));
        return pieces.merge();
    }

    private void prepare(PgArray values) {
        if (values == known) {
            return;
        }
        known = values;
        elements = new HashSet<>(Arrays.asList(values.elements()));
        hasNull = elements.remove(null);
        integers = null;
        if (elements.stream().allMatch(element -> element instanceof Long || element instanceof Integer)) {
            integers = new LongOpenHashSet();
            elements.forEach(element -> integers.add(((Number) element).longValue()));
        }
    }

    private Selection found(Vector sought, Selection rows) {
        if (sought instanceof DictionaryVector codes && DictionaryMemo.pays(codes)) {
            return memo.select(codes, rows, List.of(known), entries -> search(codes.dictionary(), entries));
        }
        return search(sought, rows);
    }

    private Selection search(Vector sought, Selection rows) {
        int[] selected = new int[rows.count()];
        int count = 0;
        for (int index = 0; index < selected.length; index++) {
            int row = rows.row(index);
            selected[count] = row;
            count += contains(sought, row) ? 1 : 0;
        }
        return new Selection(selected, count);
    }

    private boolean contains(Vector sought, int row) {
        if (integers != null) {
            if (sought instanceof LongVector longs) {
                return integers.contains(longs.values()[row]);
            }
            if (sought instanceof IntVector ints) {
                return integers.contains(ints.values()[row]);
            }
        }
        return elements.contains(sought.get(row));
    }
}
