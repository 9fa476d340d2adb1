/// Which engine runs which part of a plan.
package io.pglitedb.planner.optimizer.engine;
