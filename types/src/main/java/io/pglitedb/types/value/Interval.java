package io.pglitedb.types.value;

/// The carrier of interval. Months, days and microseconds are kept apart, as PostgreSQL does.
public record Interval(int months, int days, long micros) {}
