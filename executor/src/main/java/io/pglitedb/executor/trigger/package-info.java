/// When triggers fire: `RowTriggers` around changes of single rows, `StatementTriggers` around statements. What
/// they run is `executor.run.TriggerCalls`'s. A partition's rows fire the row triggers of the tables above it
/// too.
package io.pglitedb.executor.trigger;
