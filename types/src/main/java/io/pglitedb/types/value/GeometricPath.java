package io.pglitedb.types.value;

import java.util.List;

/// The carrier of path: at least one point.
///
/// @param closed the last point is joined to the first
public record GeometricPath(boolean closed, List<Point> points) {}
