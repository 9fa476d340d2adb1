package io.pglitedb.planner.query;

import java.util.List;

/// Which rows of a partitioned table a partition holds: what `pg_class.relpartbound` keeps.
public sealed interface PartitionBound {
    /// Those that no other partition takes.
    record Default() implements PartitionBound {}

    /// Those whose hash leaves that remainder.
    record Hash(int modulus, int remainder) implements PartitionBound {}

    /// Those whose key is one of the values.
    ///
    /// @param values constants of the key's type, each once; NULL among them
    record Values(List<Expr> values) implements PartitionBound {
        public Values {
            values = List.copyOf(values);
        }
    }

    /// Those whose key is at least `lower` and less than `upper`, compared column by column.
    record Range(List<Datum> lower, List<Datum> upper) implements PartitionBound {
        public Range {
            lower = List.copyOf(lower);
            upper = List.copyOf(upper);
        }
    }

    /// @param value a constant of the key column's type; null unless the kind is VALUE
    record Datum(Kind kind, Expr value) {
        public boolean isValue() {
            return kind == Kind.VALUE;
        }
    }

    /// In their order.
    enum Kind {
        MINVALUE,
        VALUE,
        MAXVALUE
    }
}
