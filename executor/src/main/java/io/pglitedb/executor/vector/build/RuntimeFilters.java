package io.pglitedb.executor.vector.build;

import io.pglitedb.executor.vector.key.KeySource;
import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.executor.vector.scan.ScanFilter;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Which scans may leave out rows that a hash join above them drops anyway, as soon as the join knows the keys of
/// its other side.
/// ```
///   join on l.k = r.k      reads r first ──▶ keys
///    ├─ aggregate by l.k                      │
///    │   └─ scan of l  ◀── only rows whose k is one
///    └─ r
/// ```
final class RuntimeFilters {
    /// @param columns of the scan, one a key of the join
    private record Target(PlanNode.HashJoin join, List<Integer> columns) {}

    /// @param column of the scan
    private record Place(PlanNode.SeqScan scan, int column) {}

    private final Map<PlanNode.SeqScan, List<Target>> targets = new IdentityHashMap<>();
    private final Map<PlanNode.HashJoin, KeySource> joins = new IdentityHashMap<>();

    /// Before the operators of a join's input are made.
    ///
    /// @param input the one that the join reads last, and whose rows it drops when they meet none of the other's
    /// @param keys of the input's rows, all of the join's
    void expect(PlanNode.HashJoin join, PlanNode input, List<Expr> keys) {
        List<Integer> columns = new ArrayList<>();
        PlanNode.SeqScan scan = null;
        for (Expr key : keys) {
            int slot = slot(key);
            Place place = slot < 0 ? null : place(input, slot);
            if (place == null || scan != null && scan != place.scan) {
                return;
            }
            scan = place.scan;
            columns.add(place.column);
        }
        targets.computeIfAbsent(scan, _ -> new ArrayList<>()).add(new Target(join, columns));
    }

    /// Where a column of a node's rows comes from; null when it is no column of a scan, or rows of the scan that
    /// are left out would change others.
    private static Place place(PlanNode node, int slot) {
        return switch (node) {
            case PlanNode.Vectorized vectorized -> place(vectorized.input(), slot);
            case PlanNode.SeqScan scan -> new Place(scan, slot);
            case PlanNode.Filter filter -> place(filter.input(), slot);
            case PlanNode.Project project -> {
                int below = slot(project.expressions().get(slot));
                yield below < 0 ? null : place(project.input(), below);
            }
            case PlanNode.Aggregate aggregate ->
                slot < aggregate.keys().size() && aggregate.groupingSets().isEmpty()
                        ? place(aggregate.input(), aggregate.keys().get(slot).slot())
                        : null;
            case PlanNode.HashJoin join -> place(join, slot);
            default -> null;
        };
    }

    private static Place place(PlanNode.HashJoin join, int slot) {
        int leftWidth = join.left().columns().size();
        if (slot >= leftWidth) {
            return join.type() == JoinType.INNER ? place(join.right(), slot - leftWidth) : null;
        }
        return switch (join.type()) {
            case INNER, LEFT, SEMI, ANTI -> place(join.left(), slot);
            case RIGHT, FULL -> null;
        };
    }

    /// The column that an expression is; -1 when it is none.
    private static int slot(Expr expression) {
        return switch (expression) {
            case Expr.Slot slot -> slot.index();
            case Expr.RelabelType relabel -> slot(relabel.argument());
            default -> -1;
        };
    }

    /// Says where the keys of a join will be.
    void made(PlanNode.HashJoin join, KeySource keys) {
        joins.put(join, keys);
    }

    /// What a scan may ask for, when it is opened.
    List<ScanFilter> of(PlanNode.SeqScan scan) {
        return targets.getOrDefault(scan, List.of()).stream()
                .map(target -> new ScanFilter(target.columns, () -> keys(target.join)))
                .toList();
    }

    private KeyTable keys(PlanNode.HashJoin join) {
        KeySource source = joins.get(join);
        return source == null ? null : source.knownKeys();
    }
}
