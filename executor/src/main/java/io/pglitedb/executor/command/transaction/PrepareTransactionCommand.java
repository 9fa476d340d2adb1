package io.pglitedb.executor.command.transaction;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.PrepareTransaction;
import java.util.Set;

/// PREPARE TRANSACTION; of a failed block, a rollback.
final class PrepareTransactionCommand implements Command<PrepareTransaction> {
    @Override
    public Class<PrepareTransaction> statement() {
        return PrepareTransaction.class;
    }

    @Override
    public String name(PrepareTransaction statement) {
        return "PREPARE TRANSACTION";
    }

    @Override
    public Set<Trait> traits(PrepareTransaction statement) {
        return Set.of(Trait.TRANSACTION_CONTROL, Trait.IN_FAILED_BLOCK);
    }

    @Override
    public String run(PrepareTransaction statement, CommandCall call) {
        return PreparedTransactionCommands.prepare(statement.identifier(), call.session());
    }
}
