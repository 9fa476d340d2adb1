package io.pglitedb.executor.routine;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.RowReceiver;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.CommandRegistry;
import io.pglitedb.planner.ast.SessionStatement;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.function.Predicate;

/// A command of a body.
final class BodyCommand implements BodyStatement {
    private final Statement statement;
    private final List<Integer> parameterTypes;
    private final String text;
    private final boolean mayWrite;
    private final Backend session;

    /// @param text of the body
    BodyCommand(Statement statement, List<Integer> parameterTypes, String text, boolean mayWrite, Backend session) {
        this.statement = statement;
        this.parameterTypes = parameterTypes;
        this.text = text;
        this.mayWrite = mayWrite;
        this.session = session;
    }

    @Override
    public Query query() {
        return null;
    }

    @Override
    public BodyStatement withQuery(Query query) {
        return this;
    }

    @Override
    public void run(Object[] arguments, Predicate<Object[]> receiver, boolean all) {
        Command<Statement> command = CommandRegistry.standard().get(statement);
        var traits = command.traits(statement);
        if (traits.contains(Command.Trait.TRANSACTION_CONTROL) || traits.contains(Command.Trait.OUTSIDE_BLOCK)) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED, command.name(statement) + " is not allowed in an SQL function");
        }
        if (statement instanceof SessionStatement.Copy copy && copy.file() == null) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot COPY to/from client in an SQL function");
        }
        if (traits.contains(Command.Trait.WRITES)) {
            if (!mayWrite) {
                throw new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        command.name(statement) + " is not allowed in a non-volatile function");
            }
            session.block().requireWritable(command.name(statement));
        }
        RowReceiver ignored = row -> {};
        command.run(statement, new CommandCall(session, null, ignored, text, parameterTypes, arguments));
    }
}
