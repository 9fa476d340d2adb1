/// ANALYZE: a sample of a table's rows ([RowSample]) becomes rows of pg_statistic ([TableAnalysis]), as
/// PostgreSQL's analyze.c makes them.
package io.pglitedb.executor.statistics.analyze;
