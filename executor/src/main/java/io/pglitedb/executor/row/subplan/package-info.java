/// Subqueries in expressions.
package io.pglitedb.executor.row.subplan;
