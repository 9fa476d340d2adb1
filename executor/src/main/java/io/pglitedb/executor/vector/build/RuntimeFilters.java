package io.pglitedb.executor.vector.build;

import io.pglitedb.executor.vector.key.KeyFilter;
import io.pglitedb.executor.vector.key.KeySource;
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
    /// @param column of the scan
    private record Target(PlanNode.HashJoin join, int column) {}

    private final Map<PlanNode.SeqScan, List<Target>> targets = new IdentityHashMap<>();
    private final Map<PlanNode.HashJoin, KeySource> joins = new IdentityHashMap<>();

    /// Before the operators of a join's input are made.
    ///
    /// @param input the one that the join reads last, and whose rows it drops when they meet none of the other's
    /// @param key of the input's rows
    void expect(PlanNode.HashJoin join, PlanNode input, Expr key) {
        int slot = slot(key);
        if (join.keys().size() == 1 && slot >= 0) {
            follow(join, input, slot);
        }
    }

    private void follow(PlanNode.HashJoin join, PlanNode node, int slot) {
        switch (node) {
            case PlanNode.Vectorized vectorized -> follow(join, vectorized.input(), slot);
            case PlanNode.SeqScan scan ->
                targets.computeIfAbsent(scan, _ -> new ArrayList<>()).add(new Target(join, slot));
            case PlanNode.Filter filter -> follow(join, filter.input(), slot);
            case PlanNode.Project project -> {
                int below = slot(project.expressions().get(slot));
                if (below >= 0) {
                    follow(join, project.input(), below);
                }
            }
            case PlanNode.Aggregate aggregate
            when slot < aggregate.keys().size() && aggregate.groupingSets().isEmpty() ->
                follow(join, aggregate.input(), aggregate.keys().get(slot).slot());
            case PlanNode.HashJoin lower -> {
                int leftWidth = lower.left().columns().size();
                boolean keepsLeft = switch (lower.type()) {
                    case INNER, LEFT, SEMI, ANTI -> true;
                    case RIGHT, FULL -> false;
                };
                if (slot < leftWidth && keepsLeft) {
                    follow(join, lower.left(), slot);
                } else if (slot >= leftWidth && lower.type() == JoinType.INNER) {
                    follow(join, lower.right(), slot - leftWidth);
                }
            }
            default -> {}
        }
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
                .map(target -> new ScanFilter(target.column, () -> keys(target.join)))
                .toList();
    }

    private KeyFilter keys(PlanNode.HashJoin join) {
        KeySource source = joins.get(join);
        return source == null ? null : source.keyFilter();
    }
}
