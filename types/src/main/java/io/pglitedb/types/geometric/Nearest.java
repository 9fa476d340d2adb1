package io.pglitedb.types.geometric;

import static io.pglitedb.types.floating.FloatFunctions.float8lt;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Box;
import io.pglitedb.types.value.Line;
import io.pglitedb.types.value.LineSegment;
import io.pglitedb.types.value.Point;

/// The point of a shape that is nearest to another, and distances that follow from it.
public final class Nearest {
    private Nearest() {}

    /// @param point of the first shape
    /// @param distance NaN when there is no telling
    record Closest(Point point, double distance) {
        Closest orBetter(Closest other) {
            return float8lt(other.distance, distance) ? other : this;
        }

        Point orNull() {
            return Double.isNaN(distance) ? null : point;
        }
    }

    static Closest onLine(Line line, Point point) {
        Point foot = Lines.intersection(Lines.through(point, Lines.perpendicularSlope(line)), line);
        return foot == null ? new Closest(point, Double.NaN) : new Closest(foot, Points.distance(foot, point));
    }

    static Closest onSegment(LineSegment segment, Point point) {
        Line across = Lines.through(point, Points.perpendicularSlope(segment.start(), segment.end()));
        Point foot = onSegment(segment, across).point;
        return new Closest(foot, Points.distance(foot, point));
    }

    static Closest onSegment(LineSegment segment, Line line) {
        Point crossing = Segments.intersection(segment, line);
        if (crossing != null) {
            return new Closest(crossing, 0.0);
        }
        double fromStart = onLine(line, segment.start()).distance;
        double fromEnd = onLine(line, segment.end()).distance;
        return fromStart < fromEnd ? new Closest(segment.start(), fromStart) : new Closest(segment.end(), fromEnd);
    }

    /// The point of the first segment.
    static Closest onSegment(LineSegment segment, LineSegment other) {
        Point crossing = Segments.intersection(segment, other);
        if (crossing != null) {
            return new Closest(crossing, 0.0);
        }
        return onSegment(segment, other.start())
                .orBetter(onSegment(segment, other.end()))
                .orBetter(new Closest(segment.start(), onSegment(other, segment.start()).distance))
                .orBetter(new Closest(segment.end(), onSegment(other, segment.end()).distance));
    }

    static Closest onBox(Box box, Point point) {
        if (Boxes.holds(point, box)) {
            return new Closest(point, 0.0);
        }
        Closest best = null;
        for (LineSegment edge : Boxes.edges(box)) {
            Closest closest = onSegment(edge, point);
            best = best == null ? closest : best.orBetter(closest);
        }
        return best;
    }

    static Closest onBox(Box box, LineSegment segment) {
        if (Boxes.intersect(segment, box)) {
            return new Closest(onSegment(segment, Boxes.center(box)).point, 0.0);
        }
        Closest best = null;
        for (LineSegment edge : Boxes.edges(box)) {
            Closest closest = onSegment(edge, segment);
            best = best == null ? closest : best.orBetter(closest);
        }
        return best;
    }

    @Prosrc("close_pl")
    public static Point pointOnLine(Point point, Line line) {
        return onLine(line, point).orNull();
    }

    @Prosrc("close_ps")
    public static Point pointOnSegment(Point point, LineSegment segment) {
        return onSegment(segment, point).orNull();
    }

    @Prosrc("close_pb")
    public static Point pointOnBox(Point point, Box box) {
        return onBox(box, point).orNull();
    }

    @Prosrc("close_sb")
    public static Point segmentOnBox(LineSegment segment, Box box) {
        return onBox(box, segment).orNull();
    }

    /// Null for parallel ones.
    @Prosrc("close_lseg")
    public static Point segmentOnSegment(LineSegment segment, LineSegment on) {
        return Segments.slope(segment) == Segments.slope(on)
                ? null
                : onSegment(on, segment).orNull();
    }

    @Prosrc("close_ls")
    public static Point lineOnSegment(Line line, LineSegment segment) {
        return Segments.slope(segment) == Lines.slope(line)
                ? null
                : onSegment(segment, line).orNull();
    }

    @Prosrc("dist_pl")
    public static double distance(Point point, Line line) {
        return onLine(line, point).distance;
    }

    @Prosrc("dist_lp")
    public static double distance(Line line, Point point) {
        return onLine(line, point).distance;
    }

    @Prosrc("dist_ps")
    public static double distance(Point point, LineSegment segment) {
        return onSegment(segment, point).distance;
    }

    @Prosrc("dist_sp")
    public static double distance(LineSegment segment, Point point) {
        return onSegment(segment, point).distance;
    }

    @Prosrc("lseg_distance")
    public static double distance(LineSegment left, LineSegment right) {
        return onSegment(left, right).distance;
    }

    @Prosrc("dist_sl")
    public static double distance(LineSegment segment, Line line) {
        return onSegment(segment, line).distance;
    }

    @Prosrc("dist_ls")
    public static double distance(Line line, LineSegment segment) {
        return onSegment(segment, line).distance;
    }

    @Prosrc("dist_pb")
    public static double distance(Point point, Box box) {
        return onBox(box, point).distance;
    }

    @Prosrc("dist_bp")
    public static double distance(Box box, Point point) {
        return onBox(box, point).distance;
    }

    @Prosrc("dist_sb")
    public static double distance(LineSegment segment, Box box) {
        return onBox(box, segment).distance;
    }

    @Prosrc("dist_bs")
    public static double distance(Box box, LineSegment segment) {
        return onBox(box, segment).distance;
    }
}
