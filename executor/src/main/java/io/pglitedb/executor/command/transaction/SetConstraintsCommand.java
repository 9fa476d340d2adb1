package io.pglitedb.executor.command.transaction;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.SetConstraints;
import io.pglitedb.types.error.PgException;

/// SET CONSTRAINTS.
final class SetConstraintsCommand implements Command<SetConstraints> {
    @Override
    public Class<SetConstraints> statement() {
        return SetConstraints.class;
    }

    @Override
    public String name(SetConstraints set) {
        return "SET CONSTRAINTS";
    }

    @Override
    public String run(SetConstraints set, CommandCall call) {
        call.session().block().warnOutsideBlock("SET CONSTRAINTS");
        if (!set.constraints().isEmpty()) {
            throw PgException.notSupported("SET CONSTRAINTS with names");
        }
        call.session().block().deferral().setAll(set.deferred());
        return "SET CONSTRAINTS";
    }
}
