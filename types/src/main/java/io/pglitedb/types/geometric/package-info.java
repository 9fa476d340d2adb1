/// point, lseg, line, box, path, polygon, circle. Comparisons are fuzzy (`Fuzzy`), arithmetic refuses overflow
/// and
/// underflow as float8's operators do. Behaviour: PostgreSQL 15, chapter "Geometric Types" and `geo_ops.c`.
package io.pglitedb.types.geometric;
