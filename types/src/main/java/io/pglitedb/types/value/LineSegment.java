package io.pglitedb.types.value;

/// The carrier of lseg.
public record LineSegment(Point start, Point end) {}
