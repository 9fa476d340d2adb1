package io.pglitedb.types.geometric;

import static io.pglitedb.types.floating.FloatFunctions.float8larger;
import static io.pglitedb.types.floating.FloatFunctions.float8mi;
import static io.pglitedb.types.floating.FloatFunctions.float8mul;
import static io.pglitedb.types.floating.FloatFunctions.float8smaller;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Box;
import io.pglitedb.types.value.Circle;
import io.pglitedb.types.value.Line;
import io.pglitedb.types.value.LineSegment;
import io.pglitedb.types.value.Point;
import io.pglitedb.types.value.Polygon;
import java.util.List;

/// Functions of boxes.
public final class Boxes {
    private Boxes() {}

    /// In the order in which PostgreSQL tries them.
    static List<LineSegment> edges(Box box) {
        Point topLeft = new Point(box.low().x(), box.high().y());
        Point bottomRight = new Point(box.high().x(), box.low().y());
        return List.of(
                new LineSegment(box.low(), topLeft),
                new LineSegment(box.high(), topLeft),
                new LineSegment(box.low(), bottomRight),
                new LineSegment(box.high(), bottomRight));
    }

    @Prosrc("points_box")
    public static Box construct(Point one, Point other) {
        return Box.of(one, other);
    }

    @Prosrc("point_box")
    public static Box of(Point point) {
        return new Box(point, point);
    }

    @Prosrc("box_width")
    public static double width(Box box) {
        return float8mi(box.high().x(), box.low().x());
    }

    @Prosrc("box_height")
    public static double height(Box box) {
        return float8mi(box.high().y(), box.low().y());
    }

    @Prosrc("box_area")
    public static double area(Box box) {
        return float8mul(width(box), height(box));
    }

    @Prosrc("box_center")
    public static Point center(Box box) {
        return Points.middle(box.high(), box.low());
    }

    @Prosrc("box_diagonal")
    public static LineSegment diagonal(Box box) {
        return new LineSegment(box.high(), box.low());
    }

    @Prosrc("box_distance")
    public static double distance(Box left, Box right) {
        return Points.distance(center(left), center(right));
    }

    @Prosrc("box_same")
    public static boolean same(Box left, Box right) {
        return Points.same(left.high(), right.high()) && Points.same(left.low(), right.low());
    }

    @Prosrc("box_overlap")
    public static boolean overlap(Box left, Box right) {
        return Fuzzy.le(left.low().x(), right.high().x())
                && Fuzzy.le(right.low().x(), left.high().x())
                && Fuzzy.le(left.low().y(), right.high().y())
                && Fuzzy.le(right.low().y(), left.high().y());
    }

    @Prosrc("box_left")
    public static boolean left(Box left, Box right) {
        return Fuzzy.lt(left.high().x(), right.low().x());
    }

    @Prosrc("box_overleft")
    public static boolean overLeft(Box left, Box right) {
        return Fuzzy.le(left.high().x(), right.high().x());
    }

    @Prosrc("box_right")
    public static boolean right(Box left, Box right) {
        return Fuzzy.gt(left.low().x(), right.high().x());
    }

    @Prosrc("box_overright")
    public static boolean overRight(Box left, Box right) {
        return Fuzzy.ge(left.low().x(), right.low().x());
    }

    @Prosrc("box_below")
    public static boolean below(Box left, Box right) {
        return Fuzzy.lt(left.high().y(), right.low().y());
    }

    @Prosrc("box_overbelow")
    public static boolean overBelow(Box left, Box right) {
        return Fuzzy.le(left.high().y(), right.high().y());
    }

    @Prosrc("box_above")
    public static boolean above(Box left, Box right) {
        return Fuzzy.gt(left.low().y(), right.high().y());
    }

    @Prosrc("box_overabove")
    public static boolean overAbove(Box left, Box right) {
        return Fuzzy.ge(left.low().y(), right.low().y());
    }

    @Prosrc("box_below_eq")
    public static boolean belowOrTouching(Box left, Box right) {
        return Fuzzy.le(left.high().y(), right.low().y());
    }

    @Prosrc("box_above_eq")
    public static boolean aboveOrTouching(Box left, Box right) {
        return Fuzzy.ge(left.low().y(), right.high().y());
    }

    @Prosrc("box_contain")
    public static boolean contains(Box outer, Box inner) {
        return Fuzzy.ge(outer.high().x(), inner.high().x())
                && Fuzzy.le(outer.low().x(), inner.low().x())
                && Fuzzy.ge(outer.high().y(), inner.high().y())
                && Fuzzy.le(outer.low().y(), inner.low().y());
    }

    @Prosrc("box_contained")
    public static boolean contained(Box inner, Box outer) {
        return contains(outer, inner);
    }

    /// on_pb(point, box): not fuzzy.
    @Prosrc("on_pb")
    public static boolean holds(Point point, Box box) {
        return box.high().x() >= point.x()
                && box.low().x() <= point.x()
                && box.high().y() >= point.y()
                && box.low().y() <= point.y();
    }

    @Prosrc("box_contain_pt")
    public static boolean contains(Box box, Point point) {
        return holds(point, box);
    }

    @Prosrc("on_sb")
    public static boolean holds(LineSegment segment, Box box) {
        return holds(segment.start(), box) && holds(segment.end(), box);
    }

    @Prosrc("box_eq")
    public static boolean eq(Box left, Box right) {
        return Fuzzy.eq(area(left), area(right));
    }

    @Prosrc("box_lt")
    public static boolean lt(Box left, Box right) {
        return Fuzzy.lt(area(left), area(right));
    }

    @Prosrc("box_le")
    public static boolean le(Box left, Box right) {
        return Fuzzy.le(area(left), area(right));
    }

    @Prosrc("box_gt")
    public static boolean gt(Box left, Box right) {
        return Fuzzy.gt(area(left), area(right));
    }

    @Prosrc("box_ge")
    public static boolean ge(Box left, Box right) {
        return Fuzzy.ge(area(left), area(right));
    }

    @Prosrc("box_add")
    public static Box add(Box box, Point by) {
        return new Box(Points.add(box.high(), by), Points.add(box.low(), by));
    }

    @Prosrc("box_sub")
    public static Box subtract(Box box, Point by) {
        return new Box(Points.subtract(box.high(), by), Points.subtract(box.low(), by));
    }

    @Prosrc("box_mul")
    public static Box multiply(Box box, Point by) {
        return Box.of(Points.multiply(box.high(), by), Points.multiply(box.low(), by));
    }

    @Prosrc("box_div")
    public static Box divide(Box box, Point by) {
        return Box.of(Points.divide(box.high(), by), Points.divide(box.low(), by));
    }

    @Prosrc("boxes_bound_box")
    public static Box union(Box left, Box right) {
        return new Box(
                new Point(
                        float8larger(left.high().x(), right.high().x()),
                        float8larger(left.high().y(), right.high().y())),
                new Point(
                        float8smaller(left.low().x(), right.low().x()),
                        float8smaller(left.low().y(), right.low().y())));
    }

    /// Null when they do not overlap.
    @Prosrc("box_intersect")
    public static Box intersection(Box left, Box right) {
        if (!overlap(left, right)) {
            return null;
        }
        return new Box(
                new Point(
                        float8smaller(left.high().x(), right.high().x()),
                        float8smaller(left.high().y(), right.high().y())),
                new Point(
                        float8larger(left.low().x(), right.low().x()),
                        float8larger(left.low().y(), right.low().y())));
    }

    @Prosrc("inter_sb")
    public static boolean intersect(LineSegment segment, Box box) {
        Point start = segment.start();
        Point end = segment.end();
        Box around = new Box(
                new Point(float8larger(start.x(), end.x()), float8larger(start.y(), end.y())),
                new Point(float8smaller(start.x(), end.x()), float8smaller(start.y(), end.y())));
        return overlap(around, box)
                && (holds(start, box)
                        || holds(end, box)
                        || edges(box).stream().anyMatch(edge -> Segments.intersect(edge, segment)));
    }

    @Prosrc("inter_lb")
    public static boolean intersect(Line line, Box box) {
        return edges(box).stream().anyMatch(edge -> Segments.intersect(edge, line));
    }

    @Prosrc("box_circle")
    public static Circle circle(Box box) {
        Point center = center(box);
        return new Circle(center, Points.distance(center, box.high()));
    }

    @Prosrc("box_poly")
    public static Polygon polygon(Box box) {
        Point topLeft = new Point(box.low().x(), box.high().y());
        Point bottomRight = new Point(box.high().x(), box.low().y());
        return new Polygon(List.of(box.low(), topLeft, box.high(), bottomRight), Box.of(box.high(), box.low()));
    }
}
