package io.pglitedb.types.range;

/// One end of a range that is not empty.
///
/// @param value null for none
/// @param lower whether it is the lower end
record Bound(Object value, boolean inclusive, boolean lower) {
    Bound {
        inclusive = inclusive && value != null;
    }

    boolean isInfinite() {
        return value == null;
    }

    /// The end of what lies on the other side of it.
    Bound complement() {
        return new Bound(value, !inclusive, !lower);
    }
}
