/// date, time, timetz, timestamp, timestamptz, interval: text and binary forms, arithmetic, fields, zones.
///
/// Start at `DateTimeParser` (text to broken-down fields, the rules of PostgreSQL's `datetime.c`), `BrokenDownTime`
/// (fields to instants), `DateTimePrinter`; functions stand in the classes that `DateTimeFunctions` lists.
package io.pglitedb.types.datetime;
