package io.pglitedb.executor.routine;

import io.pglitedb.planner.query.Query;
import java.util.function.Predicate;

/// A statement of a body, ready to run.
interface BodyStatement {
    /// Null for a command.
    Query query();

    /// The same statement giving the columns that the function returns.
    ///
    /// @param query null for a command
    BodyStatement withQuery(Query query);

    /// Runs it, at least until the receiver says false.
    ///
    /// @param arguments of the function
    /// @param receiver of the rows; the array is reused
    /// @param all whether to run on when nobody wants more rows
    void run(Object[] arguments, Predicate<Object[]> receiver, boolean all);
}
