package io.pglitedb.executor.command.prepared;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.Deallocate;
import java.util.Set;

/// DEALLOCATE of one or all.
final class DeallocateCommand implements Command<Deallocate> {
    @Override
    public Class<Deallocate> statement() {
        return Deallocate.class;
    }

    @Override
    public String name(Deallocate deallocate) {
        return deallocate.name() == null ? "DEALLOCATE ALL" : "DEALLOCATE";
    }

    @Override
    public Set<Trait> traits(Deallocate deallocate) {
        return Set.of(Trait.WITHOUT_SNAPSHOT);
    }

    @Override
    public String run(Deallocate deallocate, CommandCall call) {
        if (deallocate.name() == null) {
            call.session().statements().removeAll();
        } else {
            call.session().statements().get(deallocate.name());
            call.session().statements().remove(deallocate.name());
        }
        return name(deallocate);
    }
}
