package io.pglitedb.types.range;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgRange;

/// Relations between ranges of one type, and the ranges made of them. An empty range is in no relation but
/// containment.
final class RangeAlgebra {
    private RangeAlgebra() {}

    static boolean containsElement(RangeValueType type, PgRange range, Object element) {
        if (range.empty()) {
            return false;
        }
        if (range.hasLower()) {
            int order = type.compareValues(range.lower(), element);
            if (order > 0 || order == 0 && !range.lowerInclusive()) {
                return false;
            }
        }
        if (range.hasUpper()) {
            int order = type.compareValues(range.upper(), element);
            return order > 0 || order == 0 && range.upperInclusive();
        }
        return true;
    }

    static boolean contains(RangeValueType type, PgRange outer, PgRange inner) {
        if (inner.empty() || outer.empty()) {
            return inner.empty();
        }
        return type.compareBounds(type.lower(outer), type.lower(inner)) <= 0
                && type.compareBounds(type.upper(outer), type.upper(inner)) >= 0;
    }

    static boolean overlaps(RangeValueType type, PgRange a, PgRange b) {
        return !a.empty()
                && !b.empty()
                && type.compareBounds(type.lower(a), type.upper(b)) <= 0
                && type.compareBounds(type.lower(b), type.upper(a)) <= 0;
    }

    static boolean before(RangeValueType type, PgRange a, PgRange b) {
        return !a.empty() && !b.empty() && type.compareBounds(type.upper(a), type.lower(b)) < 0;
    }

    static boolean endsNoLater(RangeValueType type, PgRange a, PgRange b) {
        return !a.empty() && !b.empty() && type.compareBounds(type.upper(a), type.upper(b)) <= 0;
    }

    static boolean startsNoEarlier(RangeValueType type, PgRange a, PgRange b) {
        return !a.empty() && !b.empty() && type.compareBounds(type.lower(a), type.lower(b)) >= 0;
    }

    static boolean adjacent(RangeValueType type, PgRange a, PgRange b) {
        return !a.empty()
                && !b.empty()
                && (touch(type, type.upper(a), type.lower(b)) || touch(type, type.upper(b), type.lower(a)));
    }

    /// Whether no value lies between the two ends, nor in both.
    static boolean touch(RangeValueType type, Bound upper, Bound lower) {
        int order = type.compareBoundValues(upper, lower);
        if (order == 0) {
            return upper.inclusive() != lower.inclusive();
        }
        return order < 0
                && type.isDiscrete()
                && type.make(upper.complement(), lower.complement()).empty();
    }

    /// The least range that holds both.
    static PgRange merge(RangeValueType type, PgRange a, PgRange b) {
        if (a.empty() || b.empty()) {
            return a.empty() ? b : a;
        }
        return type.make(minimum(type, type.lower(a), type.lower(b)), maximum(type, type.upper(a), type.upper(b)));
    }

    private static Bound minimum(RangeValueType type, Bound a, Bound b) {
        return type.compareBounds(a, b) <= 0 ? a : b;
    }

    private static Bound maximum(RangeValueType type, Bound a, Bound b) {
        return type.compareBounds(a, b) >= 0 ? a : b;
    }

    static PgRange union(RangeValueType type, PgRange a, PgRange b) {
        if (!a.empty() && !b.empty() && !overlaps(type, a, b) && !adjacent(type, a, b)) {
            throw new PgException(SqlState.DATA_EXCEPTION, "result of range union would not be contiguous");
        }
        return merge(type, a, b);
    }

    static PgRange intersect(RangeValueType type, PgRange a, PgRange b) {
        return overlaps(type, a, b)
                ? type.make(maximum(type, type.lower(a), type.lower(b)), minimum(type, type.upper(a), type.upper(b)))
                : type.empty();
    }

    /// What of `a` lies before `b`, perhaps nothing. Neither is empty.
    static PgRange partBefore(RangeValueType type, PgRange a, PgRange b) {
        Bound end = type.lower(b);
        return end.isInfinite() || type.compareBounds(type.lower(a), end) >= 0
                ? type.empty()
                : type.make(type.lower(a), end.complement());
    }

    /// What of `a` lies behind `b`, perhaps nothing. Neither is empty.
    static PgRange partBehind(RangeValueType type, PgRange a, PgRange b) {
        Bound start = type.upper(b);
        return start.isInfinite() || type.compareBounds(type.upper(a), start) <= 0
                ? type.empty()
                : type.make(start.complement(), type.upper(a));
    }

    static PgRange minus(RangeValueType type, PgRange a, PgRange b) {
        if (!overlaps(type, a, b)) {
            return a;
        }
        if (type.compareBounds(type.lower(a), type.lower(b)) < 0
                && type.compareBounds(type.upper(a), type.upper(b)) > 0) {
            throw new PgException(SqlState.DATA_EXCEPTION, "result of range difference would not be contiguous");
        }
        PgRange before = partBefore(type, a, b);
        return before.empty() ? partBehind(type, a, b) : before;
    }
}
