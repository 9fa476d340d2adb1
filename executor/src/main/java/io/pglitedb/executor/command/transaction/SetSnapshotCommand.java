package io.pglitedb.executor.command.transaction;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.SetSnapshot;
import java.util.Set;

/// SET TRANSACTION SNAPSHOT.
final class SetSnapshotCommand implements Command<SetSnapshot> {
    @Override
    public Class<SetSnapshot> statement() {
        return SetSnapshot.class;
    }

    @Override
    public String name(SetSnapshot set) {
        return "SET";
    }

    @Override
    public Set<Trait> traits(SetSnapshot set) {
        return Set.of(Trait.WITHOUT_SNAPSHOT);
    }

    @Override
    public String run(SetSnapshot set, CommandCall call) {
        Backend session = call.session();
        session.block().warnOutsideBlock("SET TRANSACTION");
        session.block()
                .importSnapshot(
                        set.identifier(),
                        session.instance().snapshots(),
                        session.sessionCatalog().databaseOid());
        return "SET";
    }
}
