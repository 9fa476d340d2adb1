package io.pglitedb.executor.command;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.ResultShape;
import io.pglitedb.planner.ast.Statement;
import java.util.Set;

/// Runs one kind of statement that is no query. Stateless: one instance serves all sessions.
public interface Command<S extends Statement> {
    /// What must hold for the statement to be run, or need not.
    enum Trait {
        /// Works in a failed transaction block.
        IN_FAILED_BLOCK,
        /// Starts no transaction: ends or begins blocks itself.
        TRANSACTION_CONTROL,
        /// Takes no snapshot: the view of the transaction stays what it was.
        WITHOUT_SNAPSHOT,
        /// 25006 in a read-only transaction.
        WRITES,
        /// 25001 in a transaction block.
        OUTSIDE_BLOCK
    }

    /// The class of statements that this command runs.
    Class<S> statement();

    /// The statement's name: in messages, and as a rule the tag of its completion.
    String name(S statement);

    default Set<Trait> traits(S statement) {
        return Set.of();
    }

    /// The rows it returns, known before it runs.
    default ResultShape shape(S statement, Backend session) {
        return ResultShape.NONE;
    }

    /// The query inside, whose parameters the client may bind; null for none.
    default Statement query(S statement) {
        return null;
    }

    /// @return the tag of the completion
    String run(S statement, CommandCall call);
}
