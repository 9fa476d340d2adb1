package io.pglitedb.types.value;

/// The carrier of line: all points with a·x + b·y + c = 0; a and b are not both (nearly) zero.
public record Line(double a, double b, double c) {}
