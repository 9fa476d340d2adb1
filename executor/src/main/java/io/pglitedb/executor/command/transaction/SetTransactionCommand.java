package io.pglitedb.executor.command.transaction;

import io.pglitedb.executor.backend.Variables;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.transaction.TransactionModes;
import io.pglitedb.planner.ast.SessionStatement;
import io.pglitedb.planner.ast.SessionStatement.SetTransaction;
import java.util.Set;

/// SET TRANSACTION, and SET SESSION CHARACTERISTICS, which sets what later transactions begin with.
final class SetTransactionCommand implements Command<SetTransaction> {
    @Override
    public Class<SetTransaction> statement() {
        return SetTransaction.class;
    }

    @Override
    public String name(SetTransaction set) {
        return "SET";
    }

    @Override
    public Set<Trait> traits(SetTransaction set) {
        return Set.of(Trait.WITHOUT_SNAPSHOT);
    }

    @Override
    public String run(SetTransaction set, CommandCall call) {
        if (set.sessionDefault()) {
            setDefaults(set.modes(), call.session().variables());
        } else {
            call.session().block().warnOutsideBlock("SET TRANSACTION");
            call.session().block().change(set.modes());
        }
        return "SET";
    }

    private static void setDefaults(SessionStatement.TransactionModes modes, Variables variables) {
        if (modes.isolation() != null) {
            variables.set("default_transaction_isolation", TransactionModes.text(modes.isolation()), false);
        }
        if (modes.readOnly() != null) {
            variables.set("default_transaction_read_only", modes.readOnly() ? "on" : "off", false);
        }
        if (modes.deferrable() != null) {
            variables.set("default_transaction_deferrable", modes.deferrable() ? "on" : "off", false);
        }
    }
}
