/// From what a statement says to what it means for the one who runs it: views become subqueries, changes of views
/// changes of tables, policies conditions. Start at [io.pglitedb.planner.rewrite.QueryRewriter].
package io.pglitedb.planner.rewrite;
