package io.pglitedb.executor.statistics.analyze;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Statistics;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.expression.Parameters;
import io.pglitedb.executor.row.expression.SubPlanCompiler;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.executor.statistics.ActivityCounters;
import io.pglitedb.planner.optimizer.DefaultOperators;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.optimizer.TableSizes;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.FunctionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// ANALYZE of one table: samples its rows and writes pg_statistic and the sizes in pg_class.
public final class TableAnalysis {
    /// Rows for each common value kept. Source: std_typanalyze.
    private static final int ROWS_PER_TARGET = 300;

    /// What was done, for VERBOSE.
    public record Outcome(double pages, int sampledRows, double tableRows) {}

    private final Backend session;
    private final CatalogView catalog;
    private final DefaultOperators operators;
    private final int defaultTarget;

    public TableAnalysis(Backend session) {
        this.session = session;
        this.catalog = session.catalog();
        this.operators = new DefaultOperators(catalog);
        this.defaultTarget = Integer.parseInt(session.variables().show("default_statistics_target"));
    }

    /// Whether there are rows to be analyzed.
    public static boolean applies(TableDef table) {
        return table.storage() != 0 && (table.kind() == 'r' || table.kind() == 'm');
    }

    /// @param columns names; empty for all
    /// @param automatic whether nobody asked for it
    public Outcome run(TableDef table, Set<String> columns, boolean automatic) {
        Statistics statistics = new Statistics(session.sessionCatalog().writer());
        Transaction transaction = session.block().transaction();
        session.sessionCatalog().writer().lockRelation(table.oid(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        List<ColumnDef> wanted = table.columns().stream()
                .filter(column -> !column.dropped() && (columns.isEmpty() || columns.contains(column.name())))
                .filter(column -> target(column) > 0)
                .toList();
        int rows = ROWS_PER_TARGET * Math.max(1, maximum(wanted));
        TableSizes.Size size = session.sizes().size(table);
        RowReader reader = RowReader.ofAllColumns(table, session.context());
        RowSample sample = new RowSample.Taker(
                        transaction, transaction.latestView(), reader, table.storage(), session.interrupts()::check)
                .take(size.rows(), rows, new SplittableRandom());
        for (ColumnDef column : wanted) {
            List<Object> values = new ArrayList<>(sample.rows().size());
            sample.rows().forEach(row -> values.add(row[column.number() - 1]));
            ColumnSample own = ColumnSample.of(reader.columnType(column.number() - 1), values, sample);
            statistics.replace(analysis(table.oid(), column.number(), column.type(), column.collation(), target(column))
                    .analyze(own));
        }
        if (columns.isEmpty()) {
            catalog.indexes(table.oid()).forEach(index -> expressions(table, index, sample, statistics));
        }
        statistics.resize(table.oid(), sample.tableRows(), size.pages());
        for (IndexDef index : catalog.indexes(table.oid())) {
            resize(index, sample.tableRows(), statistics);
        }
        ActivityCounters activity = session.instance().activity();
        int database = session.sessionCatalog().databaseOid();
        long at = session.context().clockTimestamp();
        transaction.afterCommit(() -> activity.of(database, table.oid()).analyzed(automatic, at));
        return new Outcome(size.pages(), sample.rows().size(), sample.tableRows());
    }

    /// What VACUUM notes of a table's size.
    public void resize(TableDef table) {
        TableSizes.Size size = session.sizes().size(table);
        Statistics statistics = new Statistics(session.sessionCatalog().writer());
        session.sessionCatalog().writer().lockRelation(table.oid(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        statistics.resize(table.oid(), Math.rint(size.rows()), size.pages());
        for (IndexDef index : catalog.indexes(table.oid())) {
            resize(index, Math.rint(size.rows()), statistics);
        }
    }

    private void resize(IndexDef index, double rows, Statistics statistics) {
        if (index.storage() != 0) {
            statistics.resize(index.oid(), rows, TableSizes.indexPages(catalog, index, rows));
        }
    }

    private int maximum(List<ColumnDef> columns) {
        return columns.stream().mapToInt(this::target).max().orElse(defaultTarget);
    }

    private int target(ColumnDef column) {
        return column.statisticsTarget() < 0 ? defaultTarget : column.statisticsTarget();
    }

    private ColumnAnalysis analysis(int relation, int column, int type, int collation, int target) {
        int equality = 0;
        int less = 0;
        try {
            equality = operators.equality(type);
            less = operators.less(type);
        } catch (PgException none) {
            if (!none.state().equals(SqlState.UNDEFINED_FUNCTION)) {
                throw none;
            }
        }
        return new ColumnAnalysis(relation, column, storedType(type), collation, equality, less, target);
    }

    /// A domain's values are those of the type it is based on.
    private int storedType(int type) {
        TypeDef definition = catalog.type(type);
        return definition.kind() == 'd' ? storedType(definition.baseType()) : type;
    }

    /// Statistics of what an index computes belong to the index.
    private void expressions(TableDef table, IndexDef index, RowSample sample, Statistics statistics) {
        List<Expr> keys = new TableExpressions(session.context()).indexKeys(index, table);
        for (int key = 0; key < keys.size(); key++) {
            if (index.keys().get(key).column() == 0) {
                Expr expression = keys.get(key);
                ColumnSample own =
                        ColumnSample.of(session.context().type(expression.type()), values(expression, sample), sample);
                statistics.replace(analysis(
                                index.oid(),
                                key + 1,
                                expression.type(),
                                index.keys().get(key).collation(),
                                defaultTarget)
                        .analyze(own));
            }
        }
    }

    private List<Object> values(Expr expression, RowSample sample) {
        Parameters parameters = new Parameters(0);
        new Run(parameters);
        Evaluator evaluator = new ExpressionCompiler(
                        catalog, session.context(), FunctionRegistry.standard(), parameters, SubPlanCompiler.NONE)
                .compile(TableExpressions.overRow(expression, 0));
        List<Object> values = new ArrayList<>(sample.rows().size());
        sample.rows().forEach(row -> values.add(evaluator.evaluate(row)));
        return values;
    }
}
