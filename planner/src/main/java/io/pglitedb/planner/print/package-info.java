/// From trees back to SQL, as PostgreSQL prints it: for views' texts, defaults and checks, EXPLAIN. Start at
/// [io.pglitedb.planner.print.SqlPrinter]. Source of the layout: PostgreSQL's ruleutils.c.
package io.pglitedb.planner.print;
