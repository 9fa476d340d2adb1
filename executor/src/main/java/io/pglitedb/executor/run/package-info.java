/// The seam between sessions and plans: a session makes a [RunnablePlan] of a planned statement once and runs it
/// many times,
/// each time in an [Execution].
package io.pglitedb.executor.run;
