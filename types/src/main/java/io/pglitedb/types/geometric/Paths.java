package io.pglitedb.types.geometric;

import static io.pglitedb.types.floating.FloatFunctions.float8div;
import static io.pglitedb.types.floating.FloatFunctions.float8lt;
import static io.pglitedb.types.floating.FloatFunctions.float8mi;
import static io.pglitedb.types.floating.FloatFunctions.float8mul;
import static io.pglitedb.types.floating.FloatFunctions.float8pl;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.GeometricPath;
import io.pglitedb.types.value.LineSegment;
import io.pglitedb.types.value.Point;
import io.pglitedb.types.value.Polygon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Functions of paths.
public final class Paths {
    private Paths() {}

    /// The pieces between neighbouring points; the one that closes a closed path comes first.
    static List<LineSegment> segments(GeometricPath path) {
        List<Point> points = path.points();
        List<LineSegment> segments = new ArrayList<>(points.size());
        for (int i = path.closed() ? 0 : 1; i < points.size(); i++) {
            segments.add(new LineSegment(points.get(i == 0 ? points.size() - 1 : i - 1), points.get(i)));
        }
        return segments;
    }

    private static GeometricPath map(GeometricPath path, UnaryOperator<Point> change) {
        return new GeometricPath(
                path.closed(), path.points().stream().map(change).toList());
    }

    /// Null for an open path.
    @Prosrc("path_area")
    public static Double area(GeometricPath path) {
        if (!path.closed()) {
            return null;
        }
        List<Point> points = path.points();
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            Point next = points.get((i + 1) % points.size());
            sum = float8pl(sum, float8mul(point.x(), next.y()));
            sum = float8mi(sum, float8mul(point.y(), next.x()));
        }
        return float8div(Math.abs(sum), 2.0);
    }

    @Prosrc("path_length")
    public static double length(GeometricPath path) {
        double sum = 0;
        for (LineSegment segment : segments(path)) {
            sum = float8pl(sum, Segments.length(segment));
        }
        return sum;
    }

    @Prosrc("path_npoints")
    public static int count(GeometricPath path) {
        return path.points().size();
    }

    @Prosrc("path_n_eq")
    public static boolean eq(GeometricPath left, GeometricPath right) {
        return count(left) == count(right);
    }

    @Prosrc("path_n_lt")
    public static boolean lt(GeometricPath left, GeometricPath right) {
        return count(left) < count(right);
    }

    @Prosrc("path_n_le")
    public static boolean le(GeometricPath left, GeometricPath right) {
        return count(left) <= count(right);
    }

    @Prosrc("path_n_gt")
    public static boolean gt(GeometricPath left, GeometricPath right) {
        return count(left) > count(right);
    }

    @Prosrc("path_n_ge")
    public static boolean ge(GeometricPath left, GeometricPath right) {
        return count(left) >= count(right);
    }

    @Prosrc("path_isclosed")
    public static boolean isClosed(GeometricPath path) {
        return path.closed();
    }

    @Prosrc("path_isopen")
    public static boolean isOpen(GeometricPath path) {
        return !path.closed();
    }

    @Prosrc("path_close")
    public static GeometricPath close(GeometricPath path) {
        return new GeometricPath(true, path.points());
    }

    @Prosrc("path_open")
    public static GeometricPath open(GeometricPath path) {
        return new GeometricPath(false, path.points());
    }

    @Prosrc("path_inter")
    public static boolean intersect(GeometricPath left, GeometricPath right) {
        if (!Boxes.overlap(
                Polygon.of(left.points()).bounds(), Polygon.of(right.points()).bounds())) {
            return false;
        }
        List<LineSegment> others = segments(right);
        return segments(left).stream()
                .anyMatch(one -> others.stream().anyMatch(other -> Segments.intersect(one, other)));
    }

    /// Null when one of them has no segment.
    @Prosrc("path_distance")
    public static Double distance(GeometricPath left, GeometricPath right) {
        Double least = null;
        List<LineSegment> others = segments(right);
        for (LineSegment one : segments(left)) {
            for (LineSegment other : others) {
                double distance = Nearest.distance(one, other);
                least = least == null || float8lt(distance, least) ? (Double) distance : least;
            }
        }
        return least;
    }

    @Prosrc("dist_ppath")
    public static double distance(Point point, GeometricPath path) {
        Double least = null;
        for (LineSegment segment : segments(path)) {
            double distance = Nearest.distance(point, segment);
            least = least == null || float8lt(distance, least) ? (Double) distance : least;
        }
        return least == null ? 0.0 : least;
    }

    @Prosrc("dist_pathp")
    public static double distance(GeometricPath path, Point point) {
        return distance(point, path);
    }

    /// on_ppath(point, path): on an open path, or inside or on a closed one.
    @Prosrc("on_ppath")
    public static boolean holds(Point point, GeometricPath path) {
        return path.closed()
                ? Polygons.position(point, path.points()) != Polygons.Position.OUTSIDE
                : segments(path).stream().anyMatch(segment -> Segments.holds(point, segment));
    }

    /// Written in SQL by PostgreSQL.
    @Prosrc("path_contain_pt(path, point)")
    public static boolean contains(GeometricPath path, Point point) {
        return holds(point, path);
    }

    /// One behind the other; null unless both are open.
    @Prosrc("path_add")
    public static GeometricPath join(GeometricPath left, GeometricPath right) {
        if (left.closed() || right.closed()) {
            return null;
        }
        List<Point> points = new ArrayList<>(left.points());
        points.addAll(right.points());
        return new GeometricPath(false, List.copyOf(points));
    }

    @Prosrc("path_add_pt")
    public static GeometricPath add(GeometricPath path, Point by) {
        return map(path, point -> Points.add(point, by));
    }

    @Prosrc("path_sub_pt")
    public static GeometricPath subtract(GeometricPath path, Point by) {
        return map(path, point -> Points.subtract(point, by));
    }

    @Prosrc("path_mul_pt")
    public static GeometricPath multiply(GeometricPath path, Point by) {
        return map(path, point -> Points.multiply(point, by));
    }

    @Prosrc("path_div_pt")
    public static GeometricPath divide(GeometricPath path, Point by) {
        return map(path, point -> Points.divide(point, by));
    }

    @Prosrc("path_poly")
    public static Polygon polygon(GeometricPath path) {
        if (!path.closed()) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "open path cannot be converted to polygon");
        }
        return Polygon.of(path.points());
    }
}
