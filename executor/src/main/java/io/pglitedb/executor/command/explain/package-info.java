/// EXPLAIN in its four formats, and the measuring of ANALYZE. Source of the layouts: PostgreSQL's explain.c.
package io.pglitedb.executor.command.explain;
