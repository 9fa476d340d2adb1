package io.pglitedb.executor.row.scan;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.rowstore.RowCursor;

/// All rows of a table in order of their rowids.
public final class SeqScanOperator implements Operator {
    private final Run run;
    private final TableDef table;
    private final RowReader reader;
    /// Null for none.
    private final Evaluator filter;
    private TableCursor rows;
    private long removed;

    public SeqScanOperator(PlanNode.SeqScan scan, BuildContext context) {
        run = context.run();
        table = scan.table().table();
        reader = new RowReader(table, scan.table().attributes(), context.session());
        filter = context.compiler().compileOptional(scan.filter());
        run.positioned(scan, rowids -> rowids.put(table.oid(), rows.rowid()));
    }

    @Override
    public void open() {
        rows = new TableCursor(table, run);
    }

    @Override
    public Object[] next() {
        for (RowCursor cursor = rows.next(); cursor != null; cursor = rows.next()) {
            run.checkCancellation();
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
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }
}
