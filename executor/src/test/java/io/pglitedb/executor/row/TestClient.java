package io.pglitedb.executor.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.columnstore.ColumnStore;
import io.pglitedb.executor.row.build.RowPlan;
import io.pglitedb.executor.run.BulkLoads;
import io.pglitedb.executor.run.Cancellation;
import io.pglitedb.executor.run.DeferredChecks;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.planner.Planner;
import io.pglitedb.planner.analyzer.Analyzer;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.optimizer.engine.EngineMode;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.Isolation;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.tiering.cold.SegmentRows;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// One session over a [TestCatalog]: statements in SQL, rows as text with `|` between columns.
final class TestClient implements DeferredChecks {
    private final RowStore store;
    private final TestCatalog catalog;
    private final Path spillDirectory;
    private final LockSession lockSession;
    private final Deque<Runnable> afterStatement = new ArrayDeque<>();
    private final Deque<Runnable> atCommit = new ArrayDeque<>();
    long workMemBytes = 4 << 20;
    private Transaction transaction;
    long changedRows;

    TestClient(RowStore store, TestCatalog catalog, Path spillDirectory, int processId) {
        this.store = store;
        this.catalog = catalog;
        this.spillDirectory = spillDirectory;
        this.lockSession = new LockSession(processId);
    }

    void begin(Isolation isolation) {
        transaction = store.begin(new TransactionOptions(isolation, false, false, lockSession));
    }

    void commit() {
        try {
            while (!atCommit.isEmpty()) {
                atCommit.poll().run();
                statementEnded();
            }
            transaction.commit(Durability.ASYNC);
        } finally {
            end();
        }
    }

    void rollback() {
        end();
    }

    private void end() {
        transaction.close();
        transaction = null;
        afterStatement.clear();
        atCommit.clear();
    }

    PlannedStatement plan(String sql) {
        return plan(sql, EngineMode.ROW);
    }

    private PlannedStatement plan(String sql, EngineMode engine) {
        return Planner.plan(
                Analyzer.analyze(
                        SqlParser.parse(sql, ParserSettings.DEFAULT).getFirst(),
                        catalog.view,
                        catalog.session,
                        ParameterTypes.none()),
                catalog.view,
                catalog.session,
                List.of(),
                new io.pglitedb.planner.optimizer.PlanningInputs(
                        io.pglitedb.planner.optimizer.TableSizes.UNKNOWN,
                        io.pglitedb.planner.optimizer.cost.PlannerSettings.DEFAULT,
                        engine,
                        io.pglitedb.planner.access.Invoker.SERVER,
                        null,
                        true));
    }

    /// In a transaction of its own unless one is open.
    List<String> run(String sql) {
        boolean own = transaction == null;
        if (own) {
            begin(Isolation.READ_COMMITTED);
        }
        boolean done = false;
        try {
            List<String> rows = execute(sql);
            if (own) {
                commit();
            }
            done = true;
            return rows;
        } finally {
            if (!done && transaction != null) {
                end();
            }
        }
    }

    private List<String> execute(String sql) {
        ReadView view = transaction.startStatement();
        PlannedStatement plan = plan(sql);
        List<String> rows = rows(plan, view);
        if (plan.command() == Query.Command.SELECT && !plan.modifies()) {
            // What the vectorized engine knows, it answers in the same way.
            assertEquals(rows, rows(plan(sql, EngineMode.VECTOR), view), sql);
        }
        statementEnded();
        return rows;
    }

    private List<String> rows(PlannedStatement plan, ReadView view) {
        List<String> rows = new ArrayList<>();
        try (RowPlan runnable = new RowPlan(plan, catalog.view, catalog.session)) {
            runnable.open(execution(view, new Object[0]));
            for (Object[] row = runnable.next(); row != null; row = runnable.next()) {
                rows.add(text(plan.resultColumns(), row));
            }
            changedRows = runnable.changedRows();
        }
        return rows;
    }

    Execution execution(ReadView view, Object[] parameters) {
        return new Execution(
                catalog.session,
                store,
                transaction,
                view,
                catalog.view,
                parameters,
                this,
                Cancellation.NEVER,
                workMemBytes,
                1,
                spillDirectory,
                new io.pglitedb.executor.statistics.ActivityCounters(),
                new SegmentRows(new ColumnStore(spillDirectory, 0)),
                BulkLoads.NONE,
                null);
    }

    private void statementEnded() {
        while (!afterStatement.isEmpty()) {
            afterStatement.poll().run();
        }
    }

    private String text(List<TargetEntry> columns, Object[] row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int type = columns.get(i).expression().type();
            values.add(
                    row[i] == null
                            ? "NULL"
                            : catalog.session
                                    .type(type)
                                    .toUtf8(row[i], catalog.session)
                                    .toString());
        }
        return String.join("|", values);
    }

    Transaction transaction() {
        return transaction;
    }

    @Override
    public void afterStatement(Runnable check) {
        afterStatement.add(check);
    }

    @Override
    public void forConstraint(int constraint, boolean deferrable, boolean initiallyDeferred, Runnable check) {
        (deferrable && initiallyDeferred ? atCommit : afterStatement).add(check);
    }
}
