/// Plans in words: what EXPLAIN shows, before it is put into one of its formats. Start at
/// [io.pglitedb.planner.explain.PlanDescriber]. Source of the words: PostgreSQL's explain.c.
package io.pglitedb.planner.explain;
