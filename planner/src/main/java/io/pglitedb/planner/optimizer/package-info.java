/// Makes a physical plan of an analyzed query.
///
/// ```
///   Query ─ rewrite ▶ Query (views expanded, defaults filled in)
///         ─ QueryPlanner: one query level ─┬─ from: FROM and WHERE as join items over leaves, sublinks as semi joins
///                                          ├─ path: access paths, join order, join methods by cost
///                                          └─ grouping, windows, targets, order, limit on top
/// ```
/// While a level is planned, its expressions name columns by leaf variables: an
/// [io.pglitedb.planner.query.Expr.Var] whose `rangeTableIndex` is the number of a leaf (see `from.Leaf`) and
/// whose `attribute` is a column of that leaf. [SlotMap] turns them into slots once the rows of a node are laid
/// out.
package io.pglitedb.planner.optimizer;
