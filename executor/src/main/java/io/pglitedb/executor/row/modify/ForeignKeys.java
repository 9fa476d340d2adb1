package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.types.error.PgException;
import java.util.BitSet;

/// Foreign keys of a table and to it.
final class ForeignKeys {
    ForeignKeys(ModifyTarget target, ExpressionCompiler compiler, Run run) {
        if (!target.foreignKeys().isEmpty() || !target.referencedBy().isEmpty()) {
            throw PgException.notSupported("changing a table with foreign keys");
        }
    }

    void inserted(Object[] row, long rowid) {}

    void updated(Object[] before, Object[] after, long rowid, BitSet changed) {}

    void deleted(Object[] row, long rowid) {}
}
