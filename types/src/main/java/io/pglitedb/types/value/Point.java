package io.pglitedb.types.value;

/// The carrier of point.
public record Point(double x, double y) {}
