package io.pglitedb.executor.row.window;

import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// row_number, rank and its kin, ntile: they depend on a row's place in the partition only.
final class RankFunctions {
    private RankFunctions() {}

    /// A value that follows from the place of a row.
    @FunctionalInterface
    private interface Place {
        Object value(PartitionRows partition, int row, int group);
    }

    /// Null when `prosrc` is none of these.
    static WindowFunction find(String prosrc, List<Evaluator> arguments) {
        return switch (prosrc) {
            case "window_row_number" -> of((partition, row, group) -> row + 1L);
            case "window_rank" -> of((partition, row, group) -> partition.groupStart(group) + 1L);
            case "window_dense_rank" -> of((partition, row, group) -> group + 1L);
            case "window_percent_rank" ->
                of((partition, row, group) ->
                        partition.size() <= 1 ? 0.0 : (double) partition.groupStart(group) / (partition.size() - 1));
            case "window_cume_dist" ->
                of((partition, row, group) -> (double) partition.groupEnd(group) / partition.size());
            case "window_ntile" -> new Ntile(arguments.getFirst());
            default -> null;
        };
    }

    private static WindowFunction of(Place place) {
        return new WindowFunction() {
            private PartitionRows partition;

            @Override
            public void start(PartitionRows newPartition) {
                partition = newPartition;
            }

            @Override
            public Object value(int row, Frame frame) {
                return place.value(partition, row, partition.groupOf(row));
            }
        };
    }

    /// Buckets of nearly the same size, larger ones first. Their number is that of the partition's first row that
    /// has one.
    private static final class Ntile implements WindowFunction {
        private final Evaluator count;
        private PartitionRows partition;
        /// 0 while it is not known.
        private int buckets;

        Ntile(Evaluator count) {
            this.count = count;
        }

        @Override
        public void start(PartitionRows newPartition) {
            partition = newPartition;
            buckets = 0;
        }

        @Override
        public Object value(int row, Frame frame) {
            if (buckets == 0) {
                Object given = count.evaluate(partition.row(row));
                if (given == null) {
                    return null;
                }
                buckets = (Integer) given;
                if (buckets <= 0) {
                    buckets = 0;
                    throw new PgException(
                            SqlState.INVALID_ARGUMENT_FOR_NTILE, "argument of ntile must be greater than zero");
                }
            }
            int small = partition.size() / buckets;
            int larger = partition.size() % buckets;
            int inLarger = larger * (small + 1);
            return row < inLarger ? row / (small + 1) + 1 : larger + (row - inLarger) / small + 1;
        }
    }
}
