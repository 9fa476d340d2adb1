package io.pglitedb.executor.command.transaction;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.Commit;
import java.util.Set;

/// COMMIT and END; of a failed block, a rollback.
final class CommitCommand implements Command<Commit> {
    @Override
    public Class<Commit> statement() {
        return Commit.class;
    }

    @Override
    public String name(Commit commit) {
        return "COMMIT";
    }

    @Override
    public Set<Trait> traits(Commit commit) {
        return Set.of(Trait.TRANSACTION_CONTROL, Trait.IN_FAILED_BLOCK);
    }

    @Override
    public String run(Commit commit, CommandCall call) {
        return call.session().block().commit(commit.chain());
    }
}
