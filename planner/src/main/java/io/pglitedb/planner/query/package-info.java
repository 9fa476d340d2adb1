/// The analyzed query: names resolved, types and collations known, coercions explicit. What views store, what the
/// rewriter expands, what prints back as SQL and what the planner lowers.
///
/// Start at [Query]. Shape after PostgreSQL's `Query`: a range table, numbered from 1; a join tree of references into
/// it; expressions ([Expr]) whose [Expr.Var]s name (range table index, attribute, levels up). Lists are immutable and
/// never null; an absent scalar is Java null. Locations are 0-based char offsets into the statement's text, -1 when
/// unknown, and take no part in equality (see [Origin]).
package io.pglitedb.planner.query;
