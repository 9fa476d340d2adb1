package io.pglitedb.types.geometric;

/// Comparisons that take numbers less than 10⁻⁶ apart for equal. NaN equals nothing.
final class Fuzzy {
    private static final double EPSILON = 1e-6;

    private Fuzzy() {}

    static boolean zero(double value) {
        return Math.abs(value) <= EPSILON;
    }

    static boolean eq(double left, double right) {
        return left == right || Math.abs(left - right) <= EPSILON;
    }

    static boolean ne(double left, double right) {
        return left != right && Math.abs(left - right) > EPSILON;
    }

    static boolean lt(double left, double right) {
        return left + EPSILON < right;
    }

    static boolean le(double left, double right) {
        return left <= right + EPSILON;
    }

    static boolean gt(double left, double right) {
        return left > right + EPSILON;
    }

    static boolean ge(double left, double right) {
        return left + EPSILON >= right;
    }
}
