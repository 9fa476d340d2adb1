package io.pglitedb.executor.row.key;

import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.List;

/// Equality between values of a left and of a right side, whose types may differ, for hash tables over the right.
public final class JoinKeys {
    private final Grouping grouping;

    private JoinKeys(Grouping grouping) {
        this.grouping = grouping;
    }

    /// Collects the pairs.
    public static final class Builder {
        private final Operators operators;
        private final List<ValueEquality> equalities = new ArrayList<>();

        public Builder(Operators operators) {
            this.operators = operators;
        }

        /// @param operator OID of `left = right`
        public Builder add(int operator, int collation, Expr left) {
            equalities.add(operators.equality(operator, collation, left.type()));
            return this;
        }

        public JoinKeys build() {
            return new JoinKeys(Grouping.ofTuples(equalities.toArray(new ValueEquality[0])));
        }
    }

    /// The key of values of one side; the array is kept. A left key and a right key compare when asked
    /// `left.equals(right)`.
    public Grouping.Key key(Object[] values) {
        return grouping.keyOf(values);
    }

    /// Whether no pair differs: NULLs aside, which may be equal to anything.
    public boolean mayEqual(Object[] left, Object[] right) {
        for (int i = 0; i < left.length; i++) {
            if (left[i] != null && right[i] != null && !grouping.equal(i, left[i], right[i])) {
                return false;
            }
        }
        return true;
    }

    public static boolean hasNull(Object[] values) {
        for (Object value : values) {
            if (value == null) {
                return true;
            }
        }
        return false;
    }
}
