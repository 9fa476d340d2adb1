/// How many rows conditions let through and how many groups rows make, from what ANALYZE left in pg_statistic.
/// Start at [io.pglitedb.planner.optimizer.selectivity.Selectivity]. Source: PostgreSQL's selfuncs.c and
/// clausesel.c.
package io.pglitedb.planner.optimizer.selectivity;
