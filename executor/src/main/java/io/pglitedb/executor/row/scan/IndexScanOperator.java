package io.pglitedb.executor.row.scan;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.table.IndexAccess;
import io.pglitedb.executor.row.table.IndexEntryReader;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.executor.statistics.TableCounters;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.rowstore.SerialReads;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Arrays;
import java.util.List;

/// Rows of a table in the order of an index. Entries and rows belong to one snapshot, so an index that holds all
/// the columns asked for answers alone.
public final class IndexScanOperator implements Operator {
    private final Run run;
    private final TableDef table;
    private final int index;
    private final int tableStorage;
    private final int indexStorage;
    private final String indexName;
    private final KeyRanges ranges;
    private final Direction direction;
    private final RowReader reader;
    /// Null when rows have to be read.
    private final IndexEntryReader entries;
    private final Evaluator filter;

    private List<KeyRanges.Bytes> pending = List.of();
    private int nextRange;
    private IndexCursor cursor;
    private long scans;
    private long returned;
    private long removed;
    private SerialReads reads;
    private long lastRowid;

    public IndexScanOperator(PlanNode.IndexScan scan, BuildContext context) {
        run = context.run();
        ScanTable scanned = scan.table();
        table = scanned.table();
        tableStorage = table.storage();
        indexStorage = scan.index().storage();
        index = scan.index().oid();
        indexName = scan.index().name();
        IndexAccess access = new IndexAccess(scan.index(), table, context.session());
        ranges = new KeyRanges(access, scan.range(), scan.backward(), context.compiler());
        direction = scan.backward() ? Direction.BACKWARD : Direction.FORWARD;
        reader = new RowReader(table, scanned.attributes(), context.session());
        entries = IndexEntryReader.find(access, scanned);
        filter = context.compiler().compileOptional(scan.filter());
        run.positioned(scan, rowids -> rowids.put(table.oid(), lastRowid));
    }

    @Override
    public void open() {
        pending = ranges.evaluate();
        nextRange = 0;
        scans++;
        reads = run.serialReads(table);
    }

    @Override
    public void rescan() {
        closeCursor();
        open();
    }

    @Override
    public Object[] next() {
        while (true) {
            Object[] row = cursor == null ? nextOfRanges() : nextOfCursor();
            if (row == null && cursor == null && nextRange == pending.size()) {
                return null;
            }
            if (row != null) {
                if (filter == null || Boolean.TRUE.equals(filter.evaluate(row))) {
                    return row;
                }
                removed++;
            }
        }
    }

    @Override
    public void report(Report report) {
        report.removedByFilter(removed);
    }

    /// Starts the next range; the row of it when it is a point. Null without a row.
    private Object[] nextOfRanges() {
        if (nextRange == pending.size()) {
            return null;
        }
        run.checkCancellation();
        KeyRanges.Bytes range = pending.get(nextRange++);
        Execution execution = run.execution();
        if (range.point()) {
            if (reads != null) {
                reads.index(indexStorage, range.low(), Arrays.copyOf(range.low(), range.low().length + 1));
            }
            byte[] value = execution.transaction().getIndex(execution.view(), indexStorage, range.low());
            return value == null ? null : row(range.low(), 0, range.low().length, value, 0, value.length);
        }
        if (reads != null) {
            reads.index(indexStorage, range.low(), range.high());
        }
        cursor =
                execution.transaction().scanIndex(execution.view(), indexStorage, range.low(), range.high(), direction);
        return nextOfCursor();
    }

    private Object[] nextOfCursor() {
        if (!cursor.next()) {
            closeCursor();
            return null;
        }
        run.checkCancellation();
        return row(
                cursor.key(),
                cursor.keyOffset(),
                cursor.keyLength(),
                cursor.value(),
                cursor.valueOffset(),
                cursor.valueLength());
    }

    private Object[] row(byte[] key, int keyOffset, int keyLength, byte[] value, int valueOffset, int valueLength) {
        returned++;
        long rowid = IndexAccess.rowid(value, valueOffset);
        lastRowid = rowid;
        if (reads != null) {
            reads.row(tableStorage, rowid);
        }
        if (entries != null) {
            return entries.read(key, keyOffset, keyLength, value, valueOffset, valueLength);
        }
        Execution execution = run.execution();
        byte[] stored = execution.transaction().get(execution.view(), tableStorage, rowid);
        if (stored == null) {
            throw new PgException(
                    SqlState.INDEX_CORRUPTED,
                    "index \"%s\" has an entry for row %d that is not there".formatted(indexName, rowid));
        }
        return reader.read(rowid, stored);
    }

    private void closeCursor() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }

    @Override
    public void close() {
        closeCursor();
        pending = List.of();
        nextRange = 0;
        count();
    }

    private void count() {
        if (scans == 0) {
            return;
        }
        Execution execution = run.execution();
        int database = execution.catalog().databaseOid();
        TableCounters own = execution.activity().of(database, index);
        own.countScans(scans);
        own.countReturned(returned);
        if (entries == null) {
            own.countFetched(returned);
            execution.activity().of(database, table.oid()).countFetched(returned);
        }
        scans = 0;
        returned = 0;
    }
}
