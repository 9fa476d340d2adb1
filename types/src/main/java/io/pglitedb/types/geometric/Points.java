package io.pglitedb.types.geometric;

import static io.pglitedb.types.floating.FloatFunctions.float8div;
import static io.pglitedb.types.floating.FloatFunctions.float8eq;
import static io.pglitedb.types.floating.FloatFunctions.float8mi;
import static io.pglitedb.types.floating.FloatFunctions.float8mul;
import static io.pglitedb.types.floating.FloatFunctions.float8pl;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Point;

/// Functions of points.
public final class Points {
    private Points() {}

    /// Fuzzy; exact as soon as a NaN is involved.
    static boolean same(Point left, Point right) {
        if (Double.isNaN(left.x()) || Double.isNaN(left.y()) || Double.isNaN(right.x()) || Double.isNaN(right.y())) {
            return float8eq(left.x(), right.x()) && float8eq(left.y(), right.y());
        }
        return Fuzzy.eq(left.x(), right.x()) && Fuzzy.eq(left.y(), right.y());
    }

    /// √(x² + y²) without needless overflow.
    static double hypotenuse(double x, double y) {
        if (Double.isInfinite(x) || Double.isInfinite(y)) {
            return Double.POSITIVE_INFINITY;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        double longer = Math.max(Math.abs(x), Math.abs(y));
        double shorter = Math.min(Math.abs(x), Math.abs(y));
        if (shorter == 0) {
            return longer;
        }
        double ratio = shorter / longer;
        return float8mul(longer, Math.sqrt(1.0 + ratio * ratio));
    }

    static Point middle(Point one, Point other) {
        return new Point(float8div(float8pl(one.x(), other.x()), 2.0), float8div(float8pl(one.y(), other.y()), 2.0));
    }

    /// Slope of the line through both; infinite when it is vertical.
    @Prosrc("point_slope")
    public static double slope(Point one, Point other) {
        if (Fuzzy.eq(one.x(), other.x())) {
            return Double.POSITIVE_INFINITY;
        }
        if (Fuzzy.eq(one.y(), other.y())) {
            return 0.0;
        }
        return float8div(float8mi(one.y(), other.y()), float8mi(one.x(), other.x()));
    }

    /// Slope of a line across the line through both.
    static double perpendicularSlope(Point one, Point other) {
        if (Fuzzy.eq(one.x(), other.x())) {
            return 0.0;
        }
        if (Fuzzy.eq(one.y(), other.y())) {
            return Double.POSITIVE_INFINITY;
        }
        return float8div(float8mi(one.x(), other.x()), float8mi(other.y(), one.y()));
    }

    @Prosrc("construct_point")
    public static Point construct(double x, double y) {
        return new Point(x, y);
    }

    @Prosrc("point_distance")
    public static double distance(Point left, Point right) {
        return hypotenuse(float8mi(left.x(), right.x()), float8mi(left.y(), right.y()));
    }

    @Prosrc("point_left")
    public static boolean left(Point left, Point right) {
        return Fuzzy.lt(left.x(), right.x());
    }

    @Prosrc("point_right")
    public static boolean right(Point left, Point right) {
        return Fuzzy.gt(left.x(), right.x());
    }

    @Prosrc("point_above")
    public static boolean above(Point left, Point right) {
        return Fuzzy.gt(left.y(), right.y());
    }

    @Prosrc("point_below")
    public static boolean below(Point left, Point right) {
        return Fuzzy.lt(left.y(), right.y());
    }

    @Prosrc("point_vert")
    public static boolean vertical(Point left, Point right) {
        return Fuzzy.eq(left.x(), right.x());
    }

    @Prosrc("point_horiz")
    public static boolean horizontal(Point left, Point right) {
        return Fuzzy.eq(left.y(), right.y());
    }

    @Prosrc("point_eq")
    public static boolean eq(Point left, Point right) {
        return same(left, right);
    }

    @Prosrc("point_ne")
    public static boolean ne(Point left, Point right) {
        return !same(left, right);
    }

    @Prosrc("point_add")
    public static Point add(Point left, Point right) {
        return new Point(float8pl(left.x(), right.x()), float8pl(left.y(), right.y()));
    }

    @Prosrc("point_sub")
    public static Point subtract(Point left, Point right) {
        return new Point(float8mi(left.x(), right.x()), float8mi(left.y(), right.y()));
    }

    /// Complex multiplication: scales and rotates.
    @Prosrc("point_mul")
    public static Point multiply(Point left, Point right) {
        return new Point(
                float8mi(float8mul(left.x(), right.x()), float8mul(left.y(), right.y())),
                float8pl(float8mul(left.x(), right.y()), float8mul(left.y(), right.x())));
    }

    @Prosrc("point_div")
    public static Point divide(Point left, Point right) {
        double divisor = float8pl(float8mul(right.x(), right.x()), float8mul(right.y(), right.y()));
        return new Point(
                float8div(float8pl(float8mul(left.x(), right.x()), float8mul(left.y(), right.y())), divisor),
                float8div(float8mi(float8mul(left.y(), right.x()), float8mul(left.x(), right.y())), divisor));
    }
}
