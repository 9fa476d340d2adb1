package io.pglitedb.executor.row.scan;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.floating.FloatHash;
import java.util.concurrent.ThreadLocalRandom;

/// The rows of a table that a sample holds, in order of their rowids. Which ones is decided by hashes of rowid
/// and seed, so that REPEATABLE gives the same rows wherever they are stored.
public final class SampleScanOperator implements Operator {
    private static final Object[] NO_ROW = {};

    private final Run run;
    private final TableDef table;
    private final RowReader reader;
    private final RowSampling method;
    private final Evaluator percentage;
    /// Null without REPEATABLE.
    private final Evaluator repeatable;
    /// Null for none.
    private final Evaluator filter;
    /// What the random seed is for: it stays as it is while one execution scans again.
    private Execution seeded;
    private int seed;
    private long cutoff;
    private TableCursor rows;
    private long removed;

    public SampleScanOperator(PlanNode.SampleScan scan, BuildContext context) {
        run = context.run();
        table = scan.table().table();
        reader = new RowReader(table, scan.table().attributes(), context.session());
        method = RowSampling.of(context.catalog().function(scan.sampling().method()));
        percentage = context.compiler().compile(scan.sampling().percentage());
        repeatable = context.compiler().compileOptional(scan.sampling().seed());
        filter = context.compiler().compileOptional(scan.filter());
        run.positioned(scan, rowids -> rowids.put(table.oid(), rows.rowid()));
    }

    @Override
    public void open() {
        if (!(percentage.evaluate(NO_ROW) instanceof Float percent)) {
            throw new PgException(SqlState.INVALID_TABLESAMPLE_ARGUMENT, "TABLESAMPLE parameter cannot be null");
        }
        seed = repeatable == null ? randomSeed() : seed(repeatable.evaluate(NO_ROW));
        cutoff = RowSampling.cutoff(percent);
        rows = new TableCursor(table, run);
    }

    private int randomSeed() {
        if (seeded != run.execution()) {
            seeded = run.execution();
            return ThreadLocalRandom.current().nextInt();
        }
        return seed;
    }

    private static int seed(Object repeatable) {
        if (!(repeatable instanceof Double number)) {
            throw new PgException(
                    SqlState.INVALID_TABLESAMPLE_REPEAT, "TABLESAMPLE REPEATABLE parameter cannot be null");
        }
        return FloatHash.hashFloat8(number);
    }

    @Override
    public Object[] next() {
        for (RowCursor cursor = rows.next(); cursor != null; cursor = rows.next()) {
            run.checkCancellation();
            if (method.hash(cursor.rowid(), seed) >= cutoff) {
                continue;
            }
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
