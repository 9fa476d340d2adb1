package io.pglitedb.executor.vector.expression;

import io.pglitedb.planner.query.Expr.BooleanTestKind;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;

/// SQL's three-valued logic over columns.
final class LogicExpressions {
    private LogicExpressions() {}

    /// A boolean column that is true for some rows and false for the others.
    static Vector booleans(Selection trueRows, long[] nulls, int length) {
        int[] values = new int[length];
        for (int index = 0; index < trueRows.count(); index++) {
            values[trueRows.row(index)] = 1;
        }
        return new IntVector(VectorForm.BOOLEAN, values, nulls, length);
    }

    /// AND (decided by false) or OR (decided by true).
    private static Vector decide(List<VectorExpression> arguments, boolean decisive, Batch batch, Selection rows) {
        Selection undecided = rows;
        long[] unknown = null;
        for (VectorExpression argument : arguments) {
            if (undecided.isEmpty()) {
                break;
            }
            Vector value = argument.evaluate(batch, undecided);
            Selection nulls = undecided.only(value.nulls());
            if (!nulls.isEmpty()) {
                unknown = unknown == null ? new long[Nulls.words(batch.length())] : unknown;
                for (int index = 0; index < nulls.count(); index++) {
                    Nulls.set(unknown, nulls.row(index));
                }
            }
            undecided = undecided.minus(Truth.where(value, undecided, decisive));
        }
        Selection decided = rows.minus(undecided);
        if (unknown != null) {
            for (int index = 0; index < decided.count(); index++) {
                int row = decided.row(index);
                unknown[row >> 6] &= ~(1L << row);
            }
        }
        return booleans(decisive ? decided : undecided, unknown, batch.length());
    }

    record And(List<VectorExpression> arguments) implements VectorExpression {
        @Override
        public Vector evaluate(Batch batch, Selection rows) {
            return decide(arguments, false, batch, rows);
        }

        @Override
        public Selection select(Batch batch, Selection rows) {
            Selection remaining = rows;
            for (VectorExpression argument : arguments) {
                if (remaining.isEmpty()) {
                    break;
                }
                remaining = argument.select(batch, remaining);
            }
            return remaining;
        }
    }

    record Or(List<VectorExpression> arguments) implements VectorExpression {
        @Override
        public Vector evaluate(Batch batch, Selection rows) {
            return decide(arguments, true, batch, rows);
        }

        @Override
        public Selection select(Batch batch, Selection rows) {
            Selection found = Truth.NOTHING;
            Selection remaining = rows;
            for (VectorExpression argument : arguments) {
                if (remaining.isEmpty()) {
                    break;
                }
                Selection more = argument.select(batch, remaining);
                found = found.isEmpty() ? more : found.plus(more);
                remaining = remaining.minus(more);
            }
            return found;
        }
    }

    record Not(VectorExpression argument) implements VectorExpression {
        @Override
        public Vector evaluate(Batch batch, Selection rows) {
            Vector value = argument.evaluate(batch, rows);
            return booleans(Truth.where(value, rows, false), value.nulls(), batch.length());
        }

        @Override
        public Selection select(Batch batch, Selection rows) {
            return Truth.where(argument.evaluate(batch, rows), rows, false);
        }
    }

    record IsNull(VectorExpression argument, boolean isNull) implements VectorExpression {
        @Override
        public Vector evaluate(Batch batch, Selection rows) {
            return booleans(select(batch, rows), null, batch.length());
        }

        @Override
        public Selection select(Batch batch, Selection rows) {
            long[] nulls = argument.evaluate(batch, rows).nulls();
            return isNull ? rows.only(nulls) : rows.without(nulls);
        }
    }

    /// IS TRUE and its kin.
    record Test(VectorExpression argument, BooleanTestKind kind) implements VectorExpression {
        @Override
        public Vector evaluate(Batch batch, Selection rows) {
            return booleans(select(batch, rows), null, batch.length());
        }

        @Override
        public Selection select(Batch batch, Selection rows) {
            Vector value = argument.evaluate(batch, rows);
            return switch (kind) {
                case IS_TRUE -> Truth.where(value, rows, true);
                case IS_NOT_TRUE -> rows.minus(Truth.where(value, rows, true));
                case IS_FALSE -> Truth.where(value, rows, false);
                case IS_NOT_FALSE -> rows.minus(Truth.where(value, rows, false));
                case IS_UNKNOWN -> rows.only(value.nulls());
                case IS_NOT_UNKNOWN -> rows.without(value.nulls());
            };
        }
    }
}
