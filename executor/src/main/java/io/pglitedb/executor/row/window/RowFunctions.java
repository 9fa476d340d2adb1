package io.pglitedb.executor.row.window;

import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// lag, lead, first_value, last_value, nth_value: a value of another row.
final class RowFunctions {
    private RowFunctions() {}

    /// Null when `prosrc` is none of these.
    static WindowFunction find(String prosrc, List<Evaluator> arguments) {
        return switch (prosrc) {
            case "window_lag", "window_lag_with_offset", "window_lag_with_offset_and_default" ->
                new Neighbour(arguments, -1);
            case "window_lead", "window_lead_with_offset", "window_lead_with_offset_and_default" ->
                new Neighbour(arguments, 1);
            case "window_first_value" -> new OfFrame(arguments.getFirst(), (frame, row) -> frame.nth(1));
            case "window_last_value" -> new OfFrame(arguments.getFirst(), (frame, row) -> frame.last());
            case "window_nth_value" -> {
                Evaluator number = arguments.get(1);
                yield new OfFrame(arguments.getFirst(), (frame, row) -> nth(frame, number.evaluate(row)));
            }
            default -> null;
        };
    }

    private static int nth(Frame frame, Object number) {
        if (number == null) {
            return -1;
        }
        if ((Integer) number <= 0) {
            throw new PgException(
                    SqlState.INVALID_ARGUMENT_FOR_NTH_VALUE, "argument of nth_value must be greater than zero");
        }
        return frame.nth((Integer) number);
    }

    /// @param direction -1 for lag, 1 for lead
    private static final class Neighbour implements WindowFunction {
        private final Evaluator argument;
        /// Null for 1.
        private final Evaluator offset;
        /// Null for NULL.
        private final Evaluator otherwise;
        private final int direction;
        private PartitionRows partition;

        Neighbour(List<Evaluator> arguments, int direction) {
            this.argument = arguments.getFirst();
            this.offset = arguments.size() > 1 ? arguments.get(1) : null;
            this.otherwise = arguments.size() > 2 ? arguments.get(2) : null;
            this.direction = direction;
        }

        @Override
        public void start(PartitionRows newPartition) {
            partition = newPartition;
        }

        @Override
        public Object value(int row, Frame frame) {
            Object[] current = partition.row(row);
            Object distance = offset == null ? 1 : offset.evaluate(current);
            if (distance == null) {
                return null;
            }
            long target = row + (long) direction * (Integer) distance;
            if (target < 0 || target >= partition.size()) {
                return otherwise == null ? null : otherwise.evaluate(current);
            }
            return argument.evaluate(partition.row((int) target));
        }
    }

    /// Which row of the frame is meant; -1 for none.
    @FunctionalInterface
    private interface Choice {
        int row(Frame frame, Object[] current);
    }

    private static final class OfFrame implements WindowFunction {
        private final Evaluator argument;
        private final Choice choice;
        private PartitionRows partition;

        OfFrame(Evaluator argument, Choice choice) {
            this.argument = argument;
            this.choice = choice;
        }

        @Override
        public void start(PartitionRows newPartition) {
            partition = newPartition;
        }

        @Override
        public Object value(int row, Frame frame) {
            int chosen = choice.row(frame, partition.row(row));
            return chosen < 0 ? null : argument.evaluate(partition.row(chosen));
        }
    }
}
