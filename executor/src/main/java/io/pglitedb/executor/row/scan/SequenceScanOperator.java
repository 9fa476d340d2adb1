package io.pglitedb.executor.row.scan;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.sequence.SequenceReader;
import io.pglitedb.executor.sequence.SequenceState;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import java.util.List;

/// The one row of a sequence: last_value, log_cnt, is_called.
public final class SequenceScanOperator implements Operator {
    private static final int TABLE_OID = -6;

    private final ScanTable table;
    private final SessionContext session;
    /// Null for none.
    private final Evaluator filter;
    private boolean given;

    public SequenceScanOperator(PlanNode.SeqScan scan, BuildContext context) {
        table = scan.table();
        session = context.session();
        filter = context.compiler().compileOptional(scan.filter());
    }

    @Override
    public void open() {
        given = false;
    }

    @Override
    public Object[] next() {
        if (given) {
            return null;
        }
        given = true;
        SequenceState.Row row =
                session.as(SequenceReader.class).row(table.table().oid());
        List<Integer> attributes = table.attributes();
        Object[] values = new Object[attributes.size()];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = switch (attributes.get(slot)) {
                case 1 -> row.last();
                case 2 -> row.covered();
                case 3 -> row.called();
                case TABLE_OID -> table.table().oid();
                default -> throw PgException.notSupported("a system column of a sequence");
            };
        }
        return filter == null || Boolean.TRUE.equals(filter.evaluate(values)) ? values : null;
    }

    @Override
    public void close() {}
}
