package io.pglitedb.types.value;

/// The carrier of box: the upper right and the lower left corner; NaN counts as the greatest number.
public record Box(Point high, Point low) {
    /// Two opposite corners. Where coordinates are equal (0 and -0), the second point's becomes the high one.
    public static Box of(Point one, Point other) {
        boolean oneIsRight = greater(one.x(), other.x());
        boolean oneIsAbove = greater(one.y(), other.y());
        return new Box(
                new Point(oneIsRight ? one.x() : other.x(), oneIsAbove ? one.y() : other.y()),
                new Point(oneIsRight ? other.x() : one.x(), oneIsAbove ? other.y() : one.y()));
    }

    /// The smallest box that holds all points, one at least.
    static Box around(Iterable<Point> points) {
        Point first = points.iterator().next();
        double left = first.x();
        double right = left;
        double bottom = first.y();
        double top = bottom;
        for (Point point : points) {
            left = greater(left, point.x()) ? point.x() : left;
            right = greater(point.x(), right) ? point.x() : right;
            bottom = greater(bottom, point.y()) ? point.y() : bottom;
            top = greater(point.y(), top) ? point.y() : top;
        }
        return of(new Point(left, bottom), new Point(right, top));
    }

    private static boolean greater(double left, double right) {
        return left > right || (Double.isNaN(left) && !Double.isNaN(right));
    }
}
