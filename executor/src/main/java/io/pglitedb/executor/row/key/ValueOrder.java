package io.pglitedb.executor.row.key;

/// Ascending order of values that are not null.
@FunctionalInterface
public interface ValueOrder {
    int compare(Object left, Object right);

    /// Which order of carriers it is.
    default Natural natural() {
        return Natural.NONE;
    }

    /// Orders that follow from the carriers alone.
    enum Natural {
        /// Of signed numbers; NaN last, -0 equal to 0.
        NUMBERS,
        /// Of unsigned bytes, the shorter first.
        BYTES,
        /// The same without the blanks at the end.
        UNPADDED_BYTES,
        NONE
    }
}
