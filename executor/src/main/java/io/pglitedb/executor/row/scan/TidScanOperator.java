package io.pglitedb.executor.row.scan;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.executor.row.table.RowTid;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.rowstore.SerialReads;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Tid;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/// The rows with given ctids, each once, in order of their rowids.
public final class TidScanOperator implements Operator {
    private static final Object[] NO_ROW = {};

    private final Run run;
    private final TableDef table;
    private final int storage;
    private final RowReader reader;
    private final List<Evaluator> tids;
    private final Evaluator filter;
    private Iterator<Tid> wanted;
    private long lastRowid;

    public TidScanOperator(PlanNode.TidScan scan, BuildContext context) {
        run = context.run();
        table = scan.table().table();
        storage = table.storage();
        reader = new RowReader(table, scan.table().attributes(), context.session());
        tids = context.compiler().compileAll(scan.tids());
        filter = context.compiler().compileOptional(scan.filter());
        run.positioned(scan, rowids -> rowids.put(table.oid(), lastRowid));
    }

    @Override
    public void open() {
        TreeSet<Tid> set = new TreeSet<>();
        for (Evaluator tid : tids) {
            switch (tid.evaluate(NO_ROW)) {
                case null -> {}
                case PgArray array -> {
                    for (Object element : array.elements()) {
                        if (element != null) {
                            set.add((Tid) element);
                        }
                    }
                }
                case Object single -> set.add((Tid) single);
            }
        }
        wanted = set.iterator();
    }

    @Override
    public Object[] next() {
        Execution execution = run.execution();
        SerialReads reads = run.serialReads(table);
        while (wanted.hasNext()) {
            run.checkCancellation();
            long rowid = RowTid.rowid(wanted.next());
            lastRowid = rowid;
            if (reads != null) {
                reads.row(storage, rowid);
            }
            byte[] stored = execution.transaction().get(execution.view(), storage, rowid);
            if (stored != null) {
                Object[] row = reader.read(rowid, stored);
                if (filter == null || Boolean.TRUE.equals(filter.evaluate(row))) {
                    return row;
                }
            }
        }
        return null;
    }

    @Override
    public void close() {
        wanted = null;
    }
}
