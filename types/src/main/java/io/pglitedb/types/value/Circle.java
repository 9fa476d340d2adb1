package io.pglitedb.types.value;

/// The carrier of circle.
///
/// @param radius not negative, may be NaN
public record Circle(Point center, double radius) {}
