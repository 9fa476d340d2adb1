package io.pglitedb.executor.command.transaction;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.Command.Trait;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.CommandFamily;
import io.pglitedb.executor.command.SimpleCommand;
import io.pglitedb.executor.transaction.TransactionBlock;
import io.pglitedb.planner.ast.SessionStatement.CommitPrepared;
import io.pglitedb.planner.ast.SessionStatement.ReleaseSavepoint;
import io.pglitedb.planner.ast.SessionStatement.Rollback;
import io.pglitedb.planner.ast.SessionStatement.RollbackPrepared;
import io.pglitedb.planner.ast.SessionStatement.RollbackToSavepoint;
import io.pglitedb.planner.ast.SessionStatement.Savepoint;
import io.pglitedb.planner.ast.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Blocks and savepoints.
public final class TransactionCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(
                new BeginCommand(),
                new CommitCommand(),
                new PrepareTransactionCommand(),
                finish(
                        CommitPrepared.class,
                        "COMMIT PREPARED",
                        (statement, call) ->
                                PreparedTransactionCommands.commit(statement.identifier(), call.session())),
                finish(
                        RollbackPrepared.class,
                        "ROLLBACK PREPARED",
                        (statement, call) ->
                                PreparedTransactionCommands.rollback(statement.identifier(), call.session())),
                new SetTransactionCommand(),
                new SetSnapshotCommand(),
                new SetConstraintsCommand(),
                control(
                        Rollback.class,
                        "ROLLBACK",
                        true,
                        (statement, call) -> block(call).rollback(statement.chain())),
                control(
                        Savepoint.class,
                        "SAVEPOINT",
                        false,
                        (statement, call) -> block(call).savepoint(statement.name())),
                control(
                        ReleaseSavepoint.class,
                        "RELEASE",
                        false,
                        (statement, call) -> block(call).release(statement.name())),
                control(
                        RollbackToSavepoint.class,
                        "ROLLBACK",
                        true,
                        (statement, call) -> block(call).rollbackTo(statement.name())));
    }

    private static <S extends Statement> Command<S> control(
            Class<S> statement, String name, boolean whenFailed, BiConsumer<S, CommandCall> action) {
        Set<Trait> traits = whenFailed
                ? Set.of(Trait.TRANSACTION_CONTROL, Trait.IN_FAILED_BLOCK)
                : Set.of(Trait.TRANSACTION_CONTROL);
        return new SimpleCommand<>(statement, name, traits, action);
    }

    private static <S extends Statement> Command<S> finish(
            Class<S> statement, String name, BiConsumer<S, CommandCall> action) {
        return new SimpleCommand<>(statement, name, Set.of(Trait.OUTSIDE_BLOCK), action);
    }

    static TransactionBlock block(CommandCall call) {
        return call.session().block();
    }
}
