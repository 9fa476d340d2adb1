/// Ordered-set and hypothetical-set aggregates: percentile_cont, mode, rank and their kin. Their transition state
/// is an `OrderedSet`, which the executor makes, since it alone knows the order of WITHIN GROUP, and passes as
/// the initial state; rows may come in any order.
package io.pglitedb.types.aggregate;
