package io.pglitedb.executor.check;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.definition.ForeignKeyCheck;
import io.pglitedb.executor.definition.TableNames;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.planner.optimizer.modify.ModifyTargets;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.FunctionRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether the rows of one table can be read, satisfy its constraints and have their index entries, and whether
/// its counter is ahead of them.
final class TableCheck {
    private final Backend session;
    private final CatalogView view;
    private final TableDef table;
    private final Snapshot snapshot;
    private final ReportTo reports;
    private final Findings findings;
    private final RowReader reader;
    private final List<IndexCheck> indexes = new ArrayList<>();
    private final Map<String, Evaluator> checks = new LinkedHashMap<>();
    private long rows;
    private long lastRowid;
    private long lastTransaction;

    /// Makes findings of places in the session's database.
    interface ReportTo {
        Findings about(String relation);
    }

    TableCheck(Backend session, TableDef table, Snapshot snapshot, ReportTo reports) {
        this.session = session;
        this.view = session.catalog();
        this.table = table;
        this.snapshot = snapshot;
        this.reports = reports;
        this.findings = reports.about(TableNames.qualified(table, view));
        this.reader = RowReader.ofAllColumns(table, session.context());
    }

    /// Rows read.
    long run() {
        prepare();
        readRows();
        indexes.forEach(IndexCheck::finish);
        checkCounters();
        checkForeignKeys();
        findings.finish();
        return rows;
    }

    private void prepare() {
        SessionContext context = session.context();
        ExpressionCompiler compiler = new ExpressionCompiler(view, context, FunctionRegistry.standard());
        ModifyTarget target = new ModifyTargets(view, context).of(new ScanTable(1, table, table.name(), List.of()));
        for (ModifyTarget.IndexTarget index : target.indexes()) {
            if (index.index().storage() == 0) {
                continue; // kept in the catalog only
            }
            attempt(
                    "index " + index.index().name(),
                    () -> indexes.add(new IndexCheck(index, reader, compiler, snapshot, reports.about(name(index)))));
        }
        Set<String> validated = view.constraints(table.oid()).stream()
                .filter(ConstraintDef::validated)
                .map(ConstraintDef::name)
                .collect(Collectors.toSet());
        for (ModifyTarget.Check check : target.checks()) {
            if (validated.contains(check.name())) {
                attempt(
                        "constraint " + check.name(),
                        () -> checks.put(check.name(), compiler.compile(check.expression())));
            }
        }
    }

    private String name(ModifyTarget.IndexTarget index) {
        return TableNames.qualified(view.table(index.index().oid()), view);
    }

    /// What this server cannot evaluate is told of and left out.
    private void attempt(String what, Runnable action) {
        try {
            action.run();
        } catch (PgException failure) {
            if (failure.state() == SqlState.FEATURE_NOT_SUPPORTED) {
                findings.skipped("%s is not checked: %s", what, failure.getMessage());
            } else {
                findings.damage("%s cannot be checked: %s", what, failure.getMessage());
            }
        }
    }

    private void readRows() {
        try (RowCursor cursor = snapshot.scanRows(table.storage(), 0, Long.MAX_VALUE, Direction.FORWARD)) {
            while (cursor.next()) {
                rows++;
                lastRowid = cursor.rowid();
                Object[] row = decode(cursor);
                if (row != null) {
                    check(row);
                }
            }
        } catch (PgException failure) {
            findings.damage("rows behind %d cannot be read: %s", lastRowid, failure.getMessage());
        }
    }

    private Object[] decode(RowCursor cursor) {
        try {
            lastTransaction = Math.max(lastTransaction, RowHeader.transactionId(cursor.value(), cursor.valueOffset()));
            return reader.read(cursor.rowid(), cursor.value(), cursor.valueOffset(), cursor.valueLength());
        } catch (RuntimeException failure) {
            findings.damage("row %d cannot be decoded: %s", cursor.rowid(), failure.getMessage());
            return null;
        }
    }

    private void check(Object[] row) {
        for (ColumnDef column : table.columns()) {
            if (column.notNull() && !column.dropped() && row[column.number() - 1] == null) {
                findings.damage("row %d has NULL in column \"%s\", which is NOT NULL", lastRowid, column.name());
            }
        }
        try {
            checks.forEach((name, condition) -> {
                if (Boolean.FALSE.equals(condition.evaluate(row))) {
                    findings.damage("row %d violates check constraint \"%s\"", lastRowid, name);
                }
            });
            for (IndexCheck index : indexes) {
                index.row(lastRowid, row);
            }
        } catch (PgException failure) {
            findings.damage("row %d cannot be checked: %s", lastRowid, failure.getMessage());
        }
    }

    private void checkCounters() {
        long next = session.instance().store().inspection().nextRowid(table.storage());
        if (lastRowid >= next && table.storage() >= StoreCheck.FIRST_NUMBER) {
            findings.damage("the next new row would take rowid %d, but row %d exists", next, lastRowid);
        }
        if (lastTransaction >= session.instance().store().nextTransactionId()) {
            findings.damage(
                    "transaction %d wrote a row, but the next one would be %d",
                    lastTransaction, session.instance().store().nextTransactionId());
        }
    }

    private void checkForeignKeys() {
        for (ConstraintDef constraint : view.constraints(table.oid())) {
            if (constraint.kind() == 'f' && constraint.validated()) {
                attempt("constraint " + constraint.name(), () -> {
                    PgException violation = new ForeignKeyCheck(session).violation(constraint);
                    if (violation != null) {
                        findings.damage(
                                "foreign key \"%s\" is violated: %s",
                                constraint.name(), violation.report().detail());
                    }
                });
            }
        }
    }
}
