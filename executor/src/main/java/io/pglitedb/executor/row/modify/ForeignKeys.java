package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.FunctionBinder;
import io.pglitedb.planner.plan.ModifyTarget;
import java.util.BitSet;
import java.util.List;

/// Foreign keys of a table and to it: notes what each changed row asks for, to be done when the statement or the
/// transaction ends.
final class ForeignKeys {
    private final Run run;
    private final List<ReferencingCheck> checks;
    private final List<ReferencedAction> actions;

    ForeignKeys(ModifyTarget target, FunctionBinder binder, Run run) {
        this.run = run;
        checks = target.foreignKeys().stream()
                .map(constraint -> new ReferencingCheck(constraint, target.definition(), binder))
                .toList();
        actions = target.referencedBy().stream()
                .map(constraint -> new ReferencedAction(constraint, target.definition(), binder))
                .toList();
    }

    void inserted(Object[] row, long rowid) {
        for (ReferencingCheck check : checks) {
            check.inserted(run.execution(), row, rowid);
        }
    }

    /// @param changed slots that may have new values
    void updated(Object[] before, Object[] after, long rowid, BitSet changed) {
        for (ReferencedAction action : actions) {
            action.updated(run.execution(), before, after, changed);
        }
        for (ReferencingCheck check : checks) {
            check.updated(run.execution(), before, after, rowid, changed);
        }
    }

    void deleted(Object[] row) {
        for (ReferencedAction action : actions) {
            action.deleted(run.execution(), row);
        }
    }
}
