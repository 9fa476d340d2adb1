package io.pglitedb.executor.vector.window;

import io.pglitedb.executor.row.aggregate.Transition;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.vector.expression.RowView;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.types.numeric.DecimalSums;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Vector;

/// The running values that there are.
final class RunningValues {
    private static final Object[] NO_VALUES = {};

    private RunningValues() {}

    /// Of an argument's column.
    abstract static class OfColumn implements RunningValue {
        private final VectorExpression argument;
        Vector column;

        OfColumn(VectorExpression argument) {
            this.argument = argument;
        }

        @Override
        public final void bind(Batch batch) {
            column = argument.evaluate(batch, batch.selection());
        }

        final long integer(int row) {
            return switch (column) {
                case IntVector ints -> ints.values()[row];
                case LongVector longs -> longs.values()[row];
                default -> ((Number) column.get(row)).longValue();
            };
        }
    }

    /// count(*)
    static final class Rows implements RunningValue {
        private long count;

        @Override
        public void restart() {
            count = 0;
        }

        @Override
        public void bind(Batch batch) {}

        @Override
        public void add(int row) {
            count++;
        }

        @Override
        public Object result() {
            return count;
        }
    }

    /// count(argument)
    static final class Count extends OfColumn {
        private long count;

        Count(VectorExpression argument) {
            super(argument);
        }

        @Override
        public void restart() {
            count = 0;
        }

        @Override
        public void add(int row) {
            count += column.isNull(row) ? 0 : 1;
        }

        @Override
        public Object result() {
            return count;
        }
    }

    /// sum of int4 or int2
    static final class IntegerSum extends OfColumn {
        private long sum;
        private boolean any;

        IntegerSum(VectorExpression argument) {
            super(argument);
        }

        @Override
        public void restart() {
            sum = 0;
            any = false;
        }

        @Override
        public void add(int row) {
            if (!column.isNull(row)) {
                sum += integer(row);
                any = true;
            }
        }

        @Override
        public Object result() {
            return any ? (Long) sum : null;
        }
    }

    /// sum or avg that is numeric
    static final class DecimalSum extends OfColumn {
        private static final int GROUP = 0;

        private final boolean average;
        private DecimalSums sums;

        DecimalSum(VectorExpression argument, boolean average) {
            super(argument);
            this.average = average;
        }

        @Override
        public void restart() {
            sums = new DecimalSums();
            sums.grow(1);
        }

        @Override
        public void add(int row) {
            if (!column.isNull(row)) {
                sums.add(GROUP, column.get(row) instanceof Numeric numeric ? numeric : Numeric.of(integer(row)));
            }
        }

        @Override
        public Object result() {
            return average ? sums.average(GROUP) : sums.sum(GROUP);
        }
    }

    /// first_value, last_value or nth_value: of frames that begin with the partition
    static final class Chosen extends OfColumn {
        static final long LAST = Long.MAX_VALUE;

        /// Number of the row from 1; LAST for the last one.
        private final long number;
        private long seen;
        private Object value;

        Chosen(VectorExpression argument, long number) {
            super(argument);
            this.number = number;
        }

        @Override
        public void restart() {
            seen = 0;
            value = null;
        }

        @Override
        public void add(int row) {
            if (++seen == number || number == LAST) {
                value = column.get(row);
            }
        }

        @Override
        public Object result() {
            return value;
        }
    }

    /// Any aggregate, by its functions.
    static final class Aggregate implements RunningValue {
        private final Transition functions;
        private final Evaluator[] inputs;
        private final RowView view;
        private final Object[] call;
        private Batch batch;
        private Object state;

        Aggregate(Transition functions, Evaluator[] inputs, RowView view) {
            this.functions = functions;
            this.inputs = inputs;
            this.view = view;
            this.call = new Object[inputs.length + 1];
        }

        @Override
        public void restart() {
            state = functions.initial();
        }

        @Override
        public void bind(Batch next) {
            batch = next;
        }

        @Override
        public void add(int row) {
            Object[] values = view.row(batch, row);
            for (int i = 0; i < inputs.length; i++) {
                call[i + 1] = inputs[i].evaluate(values);
            }
            state = functions.add(state, call);
        }

        @Override
        public Object result() {
            return functions.finish(state, NO_VALUES);
        }
    }

    /// Over the rows for which a condition, that of FILTER, is true.
    static final class Filtered implements RunningValue {
        private final VectorExpression filter;
        private final RunningValue inner;
        private boolean[] counts = {};

        Filtered(VectorExpression filter, RunningValue inner) {
            this.filter = filter;
            this.inner = inner;
        }

        @Override
        public void restart() {
            inner.restart();
        }

        @Override
        public void bind(Batch batch) {
            var rows = filter.select(batch, batch.selection());
            counts = new boolean[batch.length()];
            for (int index = 0; index < rows.count(); index++) {
                counts[rows.row(index)] = true;
            }
            inner.bind(batch.select(rows));
        }

        @Override
        public void add(int row) {
            if (counts[row]) {
                inner.add(row);
            }
        }

        @Override
        public Object result() {
            return inner.result();
        }
    }
}
