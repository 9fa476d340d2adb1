package io.pglitedb.types.geometric;

import static io.pglitedb.types.floating.FloatFunctions.float8div;
import static io.pglitedb.types.floating.FloatFunctions.float8mi;
import static io.pglitedb.types.floating.FloatFunctions.float8mul;
import static io.pglitedb.types.floating.FloatFunctions.float8pl;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Box;
import io.pglitedb.types.value.Circle;
import io.pglitedb.types.value.GeometricPath;
import io.pglitedb.types.value.LineSegment;
import io.pglitedb.types.value.Point;
import io.pglitedb.types.value.Polygon;
import java.util.List;

/// Functions of polygons.
public final class Polygons {
    private Polygons() {}

    enum Position {
        OUTSIDE,
        INSIDE,
        BORDER
    }

    private static final int ON_BORDER = Integer.MAX_VALUE;

    /// Counts how often a ray from the point to the right crosses the border, half crossings at corners.
    static Position position(Point point, List<Point> polygon) {
        Point previous = Points.subtract(polygon.getFirst(), point);
        Point first = previous;
        int total = 0;
        for (int i = 1; i <= polygon.size(); i++) {
            Point corner = i == polygon.size() ? first : Points.subtract(polygon.get(i), point);
            int halves = halfCrossings(corner, previous);
            if (halves == ON_BORDER) {
                return Position.BORDER;
            }
            total += halves;
            previous = corner;
        }
        return total == 0 ? Position.OUTSIDE : Position.INSIDE;
    }

    /// By the edge from `previous` to `corner` of the positive x axis: ±1 for an end on it, ±2 for a whole
    /// crossing;
    /// ON_BORDER when the origin lies on the edge.
    private static int halfCrossings(Point corner, Point previous) {
        double x = corner.x();
        double y = corner.y();
        if (Fuzzy.zero(y)) {
            return endOnAxis(x, previous);
        }
        int sign = Fuzzy.gt(y, 0.0) ? 1 : -1;
        if (Fuzzy.zero(previous.y())) {
            return Fuzzy.lt(previous.x(), 0.0) ? 0 : sign;
        }
        if (sign < 0 ? Fuzzy.lt(previous.y(), 0.0) : Fuzzy.gt(previous.y(), 0.0)) {
            return 0;
        }
        if (Fuzzy.ge(x, 0.0) && Fuzzy.gt(previous.x(), 0.0)) {
            return 2 * sign;
        }
        if (Fuzzy.lt(x, 0.0) && Fuzzy.le(previous.x(), 0.0)) {
            return 0;
        }
        double side = float8mi(float8mul(float8mi(x, previous.x()), y), float8mul(float8mi(y, previous.y()), x));
        if (Fuzzy.zero(side)) {
            return ON_BORDER;
        }
        return sign < 0 ? Fuzzy.lt(side, 0.0) ? 0 : 2 * sign : Fuzzy.gt(side, 0.0) ? 0 : 2 * sign;
    }

    private static int endOnAxis(double x, Point previous) {
        if (Fuzzy.zero(x)) {
            return ON_BORDER;
        }
        if (Fuzzy.gt(x, 0.0)) {
            if (Fuzzy.zero(previous.y())) {
                return Fuzzy.gt(previous.x(), 0.0) ? 0 : ON_BORDER;
            }
            return Fuzzy.lt(previous.y(), 0.0) ? 1 : -1;
        }
        return Fuzzy.zero(previous.y()) && !Fuzzy.lt(previous.x(), 0.0) ? ON_BORDER : 0;
    }

    static boolean isInside(Point point, Polygon polygon) {
        return position(point, polygon.points()) != Position.OUTSIDE;
    }

    private static List<LineSegment> edges(Polygon polygon) {
        return Paths.segments(new GeometricPath(true, polygon.points()));
    }

    @Prosrc("poly_left")
    public static boolean left(Polygon left, Polygon right) {
        return left.bounds().high().x() < right.bounds().low().x();
    }

    @Prosrc("poly_overleft")
    public static boolean overLeft(Polygon left, Polygon right) {
        return left.bounds().high().x() <= right.bounds().high().x();
    }

    @Prosrc("poly_right")
    public static boolean right(Polygon left, Polygon right) {
        return left.bounds().low().x() > right.bounds().high().x();
    }

    @Prosrc("poly_overright")
    public static boolean overRight(Polygon left, Polygon right) {
        return left.bounds().low().x() >= right.bounds().low().x();
    }

    @Prosrc("poly_below")
    public static boolean below(Polygon left, Polygon right) {
        return left.bounds().high().y() < right.bounds().low().y();
    }

    @Prosrc("poly_overbelow")
    public static boolean overBelow(Polygon left, Polygon right) {
        return left.bounds().high().y() <= right.bounds().high().y();
    }

    @Prosrc("poly_above")
    public static boolean above(Polygon left, Polygon right) {
        return left.bounds().low().y() > right.bounds().high().y();
    }

    @Prosrc("poly_overabove")
    public static boolean overAbove(Polygon left, Polygon right) {
        return left.bounds().low().y() >= right.bounds().low().y();
    }

    /// The same corners in the same order, from any start and in either direction.
    @Prosrc("poly_same")
    public static boolean same(Polygon left, Polygon right) {
        int count = left.points().size();
        if (count != right.points().size()) {
            return false;
        }
        for (int start = 0; start < count; start++) {
            if (matches(left.points(), right.points(), start, 1) || matches(left.points(), right.points(), start, -1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(List<Point> left, List<Point> right, int start, int step) {
        int count = left.size();
        for (int i = 0; i < count; i++) {
            if (!Points.same(right.get(Math.floorMod(start + i * step, count)), left.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Prosrc("poly_overlap")
    public static boolean overlap(Polygon left, Polygon right) {
        if (!Boxes.overlap(left.bounds(), right.bounds())) {
            return false;
        }
        List<LineSegment> others = edges(right);
        return edges(left).stream().anyMatch(one -> others.stream().anyMatch(other -> Segments.intersect(one, other)))
                || isInside(left.points().getFirst(), right)
                || isInside(right.points().getFirst(), left);
    }

    @Prosrc("poly_contain")
    public static boolean contains(Polygon outer, Polygon inner) {
        return Boxes.contains(outer.bounds(), inner.bounds())
                && edges(inner).stream().allMatch(edge -> holds(outer, edge.start(), edge.end(), 0));
    }

    @Prosrc("poly_contained")
    public static boolean contained(Polygon inner, Polygon outer) {
        return contains(outer, inner);
    }

    /// Is the segment from `a` to `b` inside, as far as the polygon's edges from number `from` on tell?
    private static boolean holds(Polygon polygon, Point a, Point b, int from) {
        LineSegment segment = new LineSegment(a, b);
        List<Point> corners = polygon.points();
        boolean crossed = false;
        for (int i = from; i < corners.size(); i++) {
            LineSegment edge = new LineSegment(corners.get(i == 0 ? corners.size() - 1 : i - 1), corners.get(i));
            boolean startTouches = Segments.holds(a, edge);
            boolean endTouches = Segments.holds(b, edge);
            if (startTouches && endTouches) {
                return true;
            }
            if (startTouches || endTouches) {
                boolean inside = startTouches
                        ? holdsTouching(polygon, a, b, edge, i + 1)
                        : holdsTouching(polygon, b, a, edge, i + 1);
                if (!inside) {
                    return false;
                }
                continue;
            }
            Point crossing = Segments.intersection(segment, edge);
            if (crossing != null) {
                crossed = true;
                if (!holds(polygon, a, crossing, i + 1) || !holds(polygon, b, crossing, i + 1)) {
                    return false;
                }
            }
        }
        return crossed || isInside(Points.middle(a, b), polygon);
    }

    /// As `holds`, when `a` lies on the edge and `b` does not: where the edge runs along the segment, the rest
    /// counts.
    private static boolean holdsTouching(Polygon polygon, Point a, Point b, LineSegment edge, int from) {
        LineSegment segment = new LineSegment(a, b);
        boolean atStart = Points.same(a, edge.start());
        boolean atEnd = !atStart && Points.same(a, edge.end());
        if (!atStart && Segments.holds(edge.start(), segment)) {
            return holds(polygon, b, edge.start(), from);
        }
        if (!atEnd && Segments.holds(edge.end(), segment)) {
            return holds(polygon, b, edge.end(), from);
        }
        return true;
    }

    @Prosrc("poly_contain_pt")
    public static boolean contains(Polygon polygon, Point point) {
        return isInside(point, polygon);
    }

    @Prosrc("pt_contained_poly")
    public static boolean contained(Point point, Polygon polygon) {
        return isInside(point, polygon);
    }

    @Prosrc("poly_distance")
    public static Double distance(Polygon left, Polygon right) {
        return overlap(left, right) ? (Double) 0.0 : Paths.distance(path(left), path(right));
    }

    @Prosrc("dist_ppoly")
    public static double distance(Point point, Polygon polygon) {
        return isInside(point, polygon) ? 0.0 : Paths.distance(point, path(polygon));
    }

    @Prosrc("dist_polyp")
    public static double distance(Polygon polygon, Point point) {
        return distance(point, polygon);
    }

    @Prosrc("poly_npoints")
    public static int count(Polygon polygon) {
        return polygon.points().size();
    }

    @Prosrc("poly_box")
    public static Box box(Polygon polygon) {
        return polygon.bounds();
    }

    @Prosrc("poly_path")
    public static GeometricPath path(Polygon polygon) {
        return new GeometricPath(true, polygon.points());
    }

    @Prosrc("poly_center")
    public static Point center(Polygon polygon) {
        return circle(polygon).center();
    }

    /// The mean of the corners, and their mean distance from it.
    @Prosrc("poly_circle")
    public static Circle circle(Polygon polygon) {
        int count = polygon.points().size();
        Point sum = new Point(0, 0);
        for (Point point : polygon.points()) {
            sum = Points.add(sum, point);
        }
        Point center = new Point(float8div(sum.x(), count), float8div(sum.y(), count));
        double distances = 0;
        for (Point point : polygon.points()) {
            distances = float8pl(distances, Points.distance(point, center));
        }
        return new Circle(center, float8div(distances, count));
    }
}
