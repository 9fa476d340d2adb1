package io.pglitedb.types.value;

import java.util.List;

/// The carrier of polygon: at least one point.
///
/// @param bounds the smallest box around it
public record Polygon(List<Point> points, Box bounds) {
    public static Polygon of(List<Point> points) {
        return new Polygon(points, Box.around(points));
    }
}
