package io.pglitedb.types.value;

/// The carrier of timetz.
///
/// @param micros since local midnight
/// @param zoneSecondsWest offset of the zone, positive west of Greenwich (PostgreSQL's sign)
public record TimeTz(long micros, int zoneSecondsWest) {}
