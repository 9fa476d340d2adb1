package io.pglitedb.executor.row.lock;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.table.RowIdentity;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.query.Expr;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// READ COMMITTED, when another transaction has changed a row meanwhile: runs the plan once more with the newest
/// version of that row in place of the one it gave, and the very rows that its other leaves gave (PostgreSQL's
/// EvalPlanQual). Such a leaf is whatever does not just pass rows on: a scan, an aggregation, a limit.
public final class Recheck {
    private final PlanNode plan;
    private final BuildContext context;
    /// Built when first needed.
    private Operator operator;

    private IdentityHashMap<PlanNode, Object[]> given = new IdentityHashMap<>();
    /// By `scanId`.
    private Map<Integer, RowIdentity> newest = Map.of();

    public Recheck(PlanNode plan, BuildContext context) {
        this.plan = plan;
        this.context = context;
    }

    /// Whether a row of the node is a row of each input put together, if that passes the node's conditions.
    public static boolean passesRowsOn(PlanNode node) {
        return switch (node) {
            case PlanNode.Filter _,
                    PlanNode.Project _,
                    PlanNode.NestedLoop _,
                    PlanNode.HashJoin _,
                    PlanNode.Sort _,
                    PlanNode.Append _,
                    PlanNode.FamilyScan _,
                    PlanNode.LockRows _ -> true;
            default -> false;
        };
    }

    public static int leafCount(PlanNode node) {
        return passesRowsOn(node)
                ? node.inputs().stream().mapToInt(Recheck::leafCount).sum()
                : 1;
    }

    /// The row that the plan gives now, null when it gives none any more.
    ///
    /// @param row as the plan gave it, with its provenance if it has one
    /// @param newestVersions by `scanId`
    public Object[] row(Object[] row, Map<Integer, RowIdentity> newestVersions) {
        given = new IdentityHashMap<>();
        if (row.length > plan.columns().size()) {
            Provenance.collect((Provenance) row[plan.columns().size()], given);
        }
        newest = newestVersions;
        Run run = context.run();
        Object[] saved = run.parameters().save();
        if (operator == null) {
            operator = context.buildRecheck(plan, this);
        }
        try {
            operator.open();
            Object[] found = operator.next();
            return found == null ? null : withProvenance(found, row);
        } finally {
            operator.close();
            run.parameters().restore(saved);
        }
    }

    /// So that the row can be checked once more.
    private Object[] withProvenance(Object[] found, Object[] before) {
        int width = plan.columns().size();
        if (before.length == width) {
            return found;
        }
        Object[] row = Arrays.copyOf(found, width + 1);
        row[width] = before[width];
        return row;
    }

    /// Stands for a leaf of the plan.
    public Operator leaf(PlanNode node, BuildContext building) {
        return switch (node) {
            case PlanNode.SeqScan scan -> new Leaf(node, scan.table(), building, scan.filter());
            case PlanNode.IndexScan scan ->
                new Leaf(node, scan.table(), building, scan.indexCondition(), scan.filter());
            case PlanNode.TidScan scan -> new Leaf(node, scan.table(), building, scan.filter());
            case PlanNode.SampleScan scan -> new Leaf(node, scan.table(), building, scan.filter());
            default -> new Leaf(node, null, building);
        };
    }

    private final class Leaf implements Operator {
        private final PlanNode node;
        /// Null for what is no scan of a table.
        private final ScanTable table;
        private final RowReader reader;
        private final Evaluator[] conditions;
        private Object[] row;

        Leaf(PlanNode node, ScanTable table, BuildContext building, Expr... conditions) {
            this.node = node;
            this.table = table;
            this.reader = table == null ? null : new RowReader(table.table(), table.attributes(), building.session());
            this.conditions = Stream.of(conditions)
                    .filter(condition -> condition != null)
                    .map(building.compiler()::compile)
                    .toArray(Evaluator[]::new);
        }

        @Override
        public void open() {
            RowIdentity version = table == null ? null : newest.get(table.scanId());
            if (version == null) {
                row = given.get(node);
            } else {
                // The tables of a family share the number: the row is of one of them.
                boolean own = version.table().oid() == table.table().oid();
                row = own ? reader.read(version.rowid(), version.stored()) : null;
            }
        }

        @Override
        public Object[] next() {
            Object[] next = row;
            row = null;
            if (next != null) {
                for (Evaluator condition : conditions) {
                    if (!Boolean.TRUE.equals(condition.evaluate(next))) {
                        return null;
                    }
                }
            }
            return next;
        }

        @Override
        public void close() {
            row = null;
        }
    }
}
