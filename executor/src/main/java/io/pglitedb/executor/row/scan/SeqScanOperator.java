package io.pglitedb.executor.row.scan;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.executor.statistics.TableCounters;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.SerialReads;

/// All rows of a table in order of their rowids.
public final class SeqScanOperator implements Operator {
    private final Run run;
    private final TableDef table;
    private final int storage;
    private final RowReader reader;
    /// Null for none.
    private final Evaluator filter;
    private RowCursor cursor;
    private TableCounters counters;
    private long read;
    private long removed;

    public SeqScanOperator(PlanNode.SeqScan scan, BuildContext context) {
        run = context.run();
        table = scan.table().table();
        storage = table.storage();
        reader = new RowReader(table, scan.table().attributes(), context.session());
        filter = context.compiler().compileOptional(scan.filter());
        run.positioned(scan, rowids -> rowids.put(table.oid(), cursor.rowid()));
    }

    @Override
    public void open() {
        Execution execution = run.execution();
        counters = execution.activity().of(execution.catalog().databaseOid(), table.oid());
        counters.countScan();
        read = 0;
        SerialReads reads = run.serialReads(table);
        if (reads != null) {
            reads.relation(storage);
        }
        cursor = storage == 0
                ? null
                : execution.transaction().scanRows(execution.view(), storage, 0, Long.MAX_VALUE, Direction.FORWARD);
    }

    @Override
    public Object[] next() {
        while (cursor != null && cursor.next()) {
            run.checkCancellation();
            read++;
            Object[] row = reader.read(cursor.rowid(), cursor.value(), cursor.valueOffset(), cursor.valueLength());
            if (filter == null || Boolean.TRUE.equals(filter.evaluate(row))) {
                return row;
            }
            removed++;
        }
        return null;
    }

    @Override
    public void report(Report report) {
        report.removedByFilter(removed);
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
            counters.countReturned(read);
        }
    }
}
