package io.pglitedb.types.geometric;

import static io.pglitedb.types.floating.FloatFunctions.float8div;
import static io.pglitedb.types.floating.FloatFunctions.float8mi;
import static io.pglitedb.types.floating.FloatFunctions.float8mul;
import static io.pglitedb.types.floating.FloatFunctions.float8pl;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Box;
import io.pglitedb.types.value.Circle;
import io.pglitedb.types.value.Point;
import io.pglitedb.types.value.Polygon;
import java.util.ArrayList;
import java.util.List;

/// Functions of circles.
public final class Circles {
    private Circles() {}

    @Prosrc("cr_circle")
    public static Circle construct(Point center, double radius) {
        return new Circle(center, radius);
    }

    private static double left(Circle circle) {
        return float8mi(circle.center().x(), circle.radius());
    }

    private static double right(Circle circle) {
        return float8pl(circle.center().x(), circle.radius());
    }

    private static double bottom(Circle circle) {
        return float8mi(circle.center().y(), circle.radius());
    }

    private static double top(Circle circle) {
        return float8pl(circle.center().y(), circle.radius());
    }

    private static double centerDistance(Circle left, Circle right) {
        return Points.distance(left.center(), right.center());
    }

    @Prosrc("circle_same")
    public static boolean same(Circle left, Circle right) {
        return (Double.isNaN(left.radius()) && Double.isNaN(right.radius()) || Fuzzy.eq(left.radius(), right.radius()))
                && Points.same(left.center(), right.center());
    }

    @Prosrc("circle_overlap")
    public static boolean overlap(Circle left, Circle right) {
        return Fuzzy.le(centerDistance(left, right), float8pl(left.radius(), right.radius()));
    }

    @Prosrc("circle_left")
    public static boolean left(Circle left, Circle right) {
        return Fuzzy.lt(right(left), left(right));
    }

    @Prosrc("circle_overleft")
    public static boolean overLeft(Circle left, Circle right) {
        return Fuzzy.le(right(left), right(right));
    }

    @Prosrc("circle_right")
    public static boolean right(Circle left, Circle right) {
        return Fuzzy.gt(left(left), right(right));
    }

    @Prosrc("circle_overright")
    public static boolean overRight(Circle left, Circle right) {
        return Fuzzy.ge(left(left), left(right));
    }

    @Prosrc("circle_below")
    public static boolean below(Circle left, Circle right) {
        return Fuzzy.lt(top(left), bottom(right));
    }

    @Prosrc("circle_overbelow")
    public static boolean overBelow(Circle left, Circle right) {
        return Fuzzy.le(top(left), top(right));
    }

    @Prosrc("circle_above")
    public static boolean above(Circle left, Circle right) {
        return Fuzzy.gt(bottom(left), top(right));
    }

    @Prosrc("circle_overabove")
    public static boolean overAbove(Circle left, Circle right) {
        return Fuzzy.ge(bottom(left), bottom(right));
    }

    @Prosrc("circle_contain")
    public static boolean contains(Circle outer, Circle inner) {
        return Fuzzy.le(centerDistance(outer, inner), float8mi(outer.radius(), inner.radius()));
    }

    @Prosrc("circle_contained")
    public static boolean contained(Circle inner, Circle outer) {
        return contains(outer, inner);
    }

    /// Not fuzzy.
    @Prosrc("circle_contain_pt")
    public static boolean contains(Circle circle, Point point) {
        return Points.distance(circle.center(), point) <= circle.radius();
    }

    @Prosrc("pt_contained_circle")
    public static boolean contained(Point point, Circle circle) {
        return contains(circle, point);
    }

    @Prosrc("circle_area")
    public static double area(Circle circle) {
        return float8mul(float8mul(circle.radius(), circle.radius()), Math.PI);
    }

    @Prosrc("circle_eq")
    public static boolean eq(Circle left, Circle right) {
        return Fuzzy.eq(area(left), area(right));
    }

    @Prosrc("circle_ne")
    public static boolean ne(Circle left, Circle right) {
        return Fuzzy.ne(area(left), area(right));
    }

    @Prosrc("circle_lt")
    public static boolean lt(Circle left, Circle right) {
        return Fuzzy.lt(area(left), area(right));
    }

    @Prosrc("circle_le")
    public static boolean le(Circle left, Circle right) {
        return Fuzzy.le(area(left), area(right));
    }

    @Prosrc("circle_gt")
    public static boolean gt(Circle left, Circle right) {
        return Fuzzy.gt(area(left), area(right));
    }

    @Prosrc("circle_ge")
    public static boolean ge(Circle left, Circle right) {
        return Fuzzy.ge(area(left), area(right));
    }

    @Prosrc("circle_add_pt")
    public static Circle add(Circle circle, Point by) {
        return new Circle(Points.add(circle.center(), by), circle.radius());
    }

    @Prosrc("circle_sub_pt")
    public static Circle subtract(Circle circle, Point by) {
        return new Circle(Points.subtract(circle.center(), by), circle.radius());
    }

    @Prosrc("circle_mul_pt")
    public static Circle multiply(Circle circle, Point by) {
        return new Circle(
                Points.multiply(circle.center(), by), float8mul(circle.radius(), Points.hypotenuse(by.x(), by.y())));
    }

    @Prosrc("circle_div_pt")
    public static Circle divide(Circle circle, Point by) {
        return new Circle(
                Points.divide(circle.center(), by), float8div(circle.radius(), Points.hypotenuse(by.x(), by.y())));
    }

    @Prosrc("circle_diameter")
    public static double diameter(Circle circle) {
        return float8mul(circle.radius(), 2.0);
    }

    @Prosrc("circle_radius")
    public static double radius(Circle circle) {
        return circle.radius();
    }

    @Prosrc("circle_center")
    public static Point center(Circle circle) {
        return circle.center();
    }

    private static double notNegative(double distance) {
        return distance < 0 ? 0.0 : distance;
    }

    @Prosrc("circle_distance")
    public static double distance(Circle left, Circle right) {
        return notNegative(float8mi(centerDistance(left, right), float8pl(left.radius(), right.radius())));
    }

    @Prosrc("dist_pc")
    public static double distance(Point point, Circle circle) {
        return notNegative(float8mi(Points.distance(point, circle.center()), circle.radius()));
    }

    @Prosrc("dist_cpoint")
    public static double distance(Circle circle, Point point) {
        return distance(point, circle);
    }

    @Prosrc("dist_cpoly")
    public static double distance(Circle circle, Polygon polygon) {
        return notNegative(float8mi(Polygons.distance(circle.center(), polygon), circle.radius()));
    }

    @Prosrc("dist_polyc")
    public static double distance(Polygon polygon, Circle circle) {
        return distance(circle, polygon);
    }

    /// The largest box inside.
    @Prosrc("circle_box")
    public static Box box(Circle circle) {
        double half = float8div(circle.radius(), Math.sqrt(2.0));
        Point center = circle.center();
        return new Box(
                new Point(float8pl(center.x(), half), float8pl(center.y(), half)),
                new Point(float8mi(center.x(), half), float8mi(center.y(), half)));
    }

    /// Written in SQL by PostgreSQL.
    @Prosrc("polygon(circle)")
    public static Polygon polygon(Circle circle) {
        return polygon(12, circle);
    }

    /// A regular polygon with corners on the circle, the leftmost first, clockwise.
    @Prosrc("circle_poly")
    public static Polygon polygon(int count, Circle circle) {
        if (Fuzzy.zero(circle.radius())) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot convert circle with radius zero to polygon");
        }
        if (count < 2) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "must request at least 2 points");
        }
        double step = float8div(2.0 * Math.PI, count);
        List<Point> corners = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            double angle = float8mul(step, i);
            corners.add(new Point(
                    float8mi(circle.center().x(), float8mul(circle.radius(), Math.cos(angle))),
                    float8pl(circle.center().y(), float8mul(circle.radius(), Math.sin(angle)))));
        }
        return Polygon.of(List.copyOf(corners));
    }
}
