package io.pglitedb.types.geometric;

import static io.pglitedb.types.floating.FloatFunctions.float8pl;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Line;
import io.pglitedb.types.value.LineSegment;
import io.pglitedb.types.value.Point;

/// Functions of line segments.
public final class Segments {
    private Segments() {}

    static Line line(LineSegment segment) {
        return Lines.through(segment.start(), segment.end());
    }

    @Prosrc("lseg_construct")
    public static LineSegment construct(Point start, Point end) {
        return new LineSegment(start, end);
    }

    @Prosrc("lseg_center")
    public static Point center(LineSegment segment) {
        return Points.middle(segment.start(), segment.end());
    }

    @Prosrc("lseg_length")
    public static double length(LineSegment segment) {
        return Points.distance(segment.start(), segment.end());
    }

    static double slope(LineSegment segment) {
        return Points.slope(segment.start(), segment.end());
    }

    @Prosrc("lseg_parallel")
    public static boolean parallel(LineSegment left, LineSegment right) {
        return Fuzzy.eq(slope(left), slope(right));
    }

    @Prosrc("lseg_perp")
    public static boolean perpendicular(LineSegment left, LineSegment right) {
        return Fuzzy.eq(slope(left), Points.perpendicularSlope(right.start(), right.end()));
    }

    @Prosrc("lseg_vertical")
    public static boolean vertical(LineSegment segment) {
        return Fuzzy.eq(segment.start().x(), segment.end().x());
    }

    @Prosrc("lseg_horizontal")
    public static boolean horizontal(LineSegment segment) {
        return Fuzzy.eq(segment.start().y(), segment.end().y());
    }

    @Prosrc("lseg_eq")
    public static boolean eq(LineSegment left, LineSegment right) {
        return Points.same(left.start(), right.start()) && Points.same(left.end(), right.end());
    }

    @Prosrc("lseg_ne")
    public static boolean ne(LineSegment left, LineSegment right) {
        return !eq(left, right);
    }

    @Prosrc("lseg_lt")
    public static boolean lt(LineSegment left, LineSegment right) {
        return Fuzzy.lt(length(left), length(right));
    }

    @Prosrc("lseg_le")
    public static boolean le(LineSegment left, LineSegment right) {
        return Fuzzy.le(length(left), length(right));
    }

    @Prosrc("lseg_gt")
    public static boolean gt(LineSegment left, LineSegment right) {
        return Fuzzy.gt(length(left), length(right));
    }

    @Prosrc("lseg_ge")
    public static boolean ge(LineSegment left, LineSegment right) {
        return Fuzzy.ge(length(left), length(right));
    }

    /// on_ps(point, lseg): the way over the point is no longer than the segment.
    @Prosrc("on_ps")
    public static boolean holds(Point point, LineSegment segment) {
        return Fuzzy.eq(
                float8pl(Points.distance(point, segment.start()), Points.distance(point, segment.end())),
                length(segment));
    }

    @Prosrc("on_sl")
    public static boolean onLine(LineSegment segment, Line line) {
        return Lines.holds(segment.start(), line) && Lines.holds(segment.end(), line);
    }

    /// Null when they do not meet; an end of the segment that is (nearly) the answer is it exactly.
    static Point intersection(LineSegment segment, Line line) {
        Point point = Lines.intersection(line(segment), line);
        if (point == null || !holds(point, segment)) {
            return null;
        }
        return Points.same(segment.start(), point)
                ? segment.start()
                : Points.same(segment.end(), point) ? segment.end() : point;
    }

    @Prosrc("lseg_interpt")
    public static Point intersection(LineSegment left, LineSegment right) {
        Point point = intersection(left, line(right));
        return point != null && holds(point, right) ? point : null;
    }

    @Prosrc("lseg_intersect")
    public static boolean intersect(LineSegment left, LineSegment right) {
        return intersection(left, right) != null;
    }

    @Prosrc("inter_sl")
    public static boolean intersect(LineSegment segment, Line line) {
        return intersection(segment, line) != null;
    }
}
