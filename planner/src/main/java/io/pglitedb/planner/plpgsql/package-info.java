/// The language PL/pgSQL: what a body says, with the pieces of SQL in it left as texts. Start at
/// [io.pglitedb.planner.plpgsql.PlParser].
package io.pglitedb.planner.plpgsql;
