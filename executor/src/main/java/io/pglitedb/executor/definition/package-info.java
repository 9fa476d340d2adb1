/// What commands that define objects share: names, columns, constraints, indexes and sequences as the statement
/// writes them become rows of the catalog here. The commands themselves stand in `command.table`, `command.index`
/// and so on.
///
/// Start at [Definition], the state of one run.
package io.pglitedb.executor.definition;
