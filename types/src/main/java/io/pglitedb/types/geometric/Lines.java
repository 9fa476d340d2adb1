package io.pglitedb.types.geometric;

import static io.pglitedb.types.floating.FloatFunctions.float8div;
import static io.pglitedb.types.floating.FloatFunctions.float8eq;
import static io.pglitedb.types.floating.FloatFunctions.float8mi;
import static io.pglitedb.types.floating.FloatFunctions.float8mul;
import static io.pglitedb.types.floating.FloatFunctions.float8pl;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Line;
import io.pglitedb.types.value.Point;

/// Functions of lines.
public final class Lines {
    private Lines() {}

    /// The line of that slope through a point.
    static Line through(Point point, double slope) {
        if (Double.isInfinite(slope)) {
            return new Line(-1.0, 0.0, point.x());
        }
        if (slope == 0) {
            return new Line(0.0, -1.0, point.y());
        }
        double c = float8mi(point.y(), float8mul(slope, point.x()));
        return new Line(slope, -1.0, positiveZero(c));
    }

    static Line through(Point one, Point other) {
        return through(one, Points.slope(one, other));
    }

    private static double positiveZero(double value) {
        return value == 0 ? 0.0 : value;
    }

    static double slope(Line line) {
        if (Fuzzy.zero(line.a())) {
            return 0.0;
        }
        return Fuzzy.zero(line.b()) ? Double.POSITIVE_INFINITY : float8div(line.a(), -line.b());
    }

    static double perpendicularSlope(Line line) {
        if (Fuzzy.zero(line.a())) {
            return Double.POSITIVE_INFINITY;
        }
        return Fuzzy.zero(line.b()) ? 0.0 : float8div(line.b(), line.a());
    }

    /// Where two lines cross, null when they are parallel.
    @Prosrc("line_interpt")
    public static Point intersection(Line left, Line right) {
        if (!Fuzzy.zero(left.b())) {
            return crossing(left, right);
        }
        return Fuzzy.zero(right.b()) ? null : crossing(right, left);
    }

    /// @param first not vertical
    private static Point crossing(Line first, Line second) {
        if (Fuzzy.eq(second.a(), float8mul(first.a(), float8div(second.b(), first.b())))) {
            return null;
        }
        double x = float8div(
                float8mi(float8mul(first.b(), second.c()), float8mul(second.b(), first.c())),
                float8mi(float8mul(first.a(), second.b()), float8mul(second.a(), first.b())));
        double y = float8div(-float8pl(float8mul(first.a(), x), first.c()), first.b());
        return new Point(positiveZero(x), positiveZero(y));
    }

    @Prosrc("line_construct_pp")
    public static Line construct(Point one, Point other) {
        if (Points.same(one, other)) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "invalid line specification: must be two distinct points");
        }
        return through(one, other);
    }

    @Prosrc("line_intersect")
    public static boolean intersect(Line left, Line right) {
        return intersection(left, right) != null;
    }

    @Prosrc("line_parallel")
    public static boolean parallel(Line left, Line right) {
        return intersection(left, right) == null;
    }

    @Prosrc("line_perp")
    public static boolean perpendicular(Line left, Line right) {
        if (Fuzzy.zero(left.a())) {
            return Fuzzy.zero(right.b());
        }
        if (Fuzzy.zero(right.a())) {
            return Fuzzy.zero(left.b());
        }
        if (Fuzzy.zero(left.b())) {
            return Fuzzy.zero(right.a());
        }
        if (Fuzzy.zero(right.b())) {
            return Fuzzy.zero(left.a());
        }
        return Fuzzy.eq(float8div(float8mul(left.a(), right.a()), float8mul(left.b(), right.b())), -1.0);
    }

    @Prosrc("line_vertical")
    public static boolean vertical(Line line) {
        return Fuzzy.zero(line.b());
    }

    @Prosrc("line_horizontal")
    public static boolean horizontal(Line line) {
        return Fuzzy.zero(line.a());
    }

    /// The same when their numbers are in proportion; exact as soon as a NaN is involved.
    @Prosrc("line_eq")
    public static boolean eq(Line left, Line right) {
        if (hasNaN(left) || hasNaN(right)) {
            return float8eq(left.a(), right.a()) && float8eq(left.b(), right.b()) && float8eq(left.c(), right.c());
        }
        double ratio = !Fuzzy.zero(right.a())
                ? float8div(left.a(), right.a())
                : !Fuzzy.zero(right.b())
                        ? float8div(left.b(), right.b())
                        : !Fuzzy.zero(right.c()) ? float8div(left.c(), right.c()) : 1.0;
        return Fuzzy.eq(left.a(), float8mul(ratio, right.a()))
                && Fuzzy.eq(left.b(), float8mul(ratio, right.b()))
                && Fuzzy.eq(left.c(), float8mul(ratio, right.c()));
    }

    private static boolean hasNaN(Line line) {
        return Double.isNaN(line.a()) || Double.isNaN(line.b()) || Double.isNaN(line.c());
    }

    @Prosrc("line_distance")
    public static double distance(Line left, Line right) {
        if (intersect(left, right)) {
            return 0.0;
        }
        double ratio = usable(left.a()) && usable(right.a())
                ? float8div(left.a(), right.a())
                : usable(left.b()) && usable(right.b()) ? float8div(left.b(), right.b()) : 1.0;
        return float8div(
                Math.abs(float8mi(left.c(), float8mul(ratio, right.c()))), Points.hypotenuse(left.a(), left.b()));
    }

    private static boolean usable(double factor) {
        return !Fuzzy.zero(factor) && !Double.isNaN(factor);
    }

    /// on_pl(point, line)
    @Prosrc("on_pl")
    public static boolean holds(Point point, Line line) {
        return Fuzzy.zero(float8pl(float8pl(float8mul(line.a(), point.x()), float8mul(line.b(), point.y())), line.c()));
    }
}
