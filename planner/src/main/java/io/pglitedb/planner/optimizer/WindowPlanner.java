package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.SortKey;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.WindowClause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Window functions: a sort and a window node for each window that is used.
final class WindowPlanner {
    private WindowPlanner() {}

    static Stage plan(Scope scope, List<Expr> targets, Stage input) {
        Query query = scope.query();
        if (!query.features().windows()) {
            return input;
        }
        Set<Expr.WindowCall> calls = new LinkedHashSet<>();
        targets.forEach(target -> collect(target, calls));
        Stage stage = input;
        for (WindowClause window : query.windows()) {
            List<Expr.WindowCall> own = calls.stream()
                    .filter(call -> call.window() == window.number())
                    .toList();
            if (!own.isEmpty()) {
                stage = window(scope, targets, stage, window, own);
            }
        }
        return stage;
    }

    private static void collect(Expr expression, Set<Expr.WindowCall> calls) {
        if (expression instanceof Expr.WindowCall call) {
            calls.add(call);
        } else {
            expression.children().forEach(child -> collect(child, calls));
        }
    }

    private static Stage window(
            Scope scope, List<Expr> targets, Stage input, WindowClause window, List<Expr.WindowCall> calls) {
        Query query = scope.query();
        List<Expr> expressions = new ArrayList<>();
        for (SortGroupClause clause : window.partition()) {
            expressions.add(targets.get(QueryPlanner.position(query, clause)));
        }
        for (SortGroupClause clause : window.order()) {
            expressions.add(targets.get(QueryPlanner.position(query, clause)));
        }
        Stage stage = input.with(expressions);
        List<GroupKey> partition = new ArrayList<>();
        List<SortKey> order = new ArrayList<>();
        List<GroupKey> peers = new ArrayList<>();
        List<SortKey> sort = new ArrayList<>();
        for (SortGroupClause clause : window.partition()) {
            Expr key = targets.get(QueryPlanner.position(query, clause));
            if (stage.slots().slotOf(key) >= 0) {
                partition.add(stage.groupKey(key, clause.equalityOperator()));
                sort.add(stage.sortKey(key, clause, QueryPlanner.isDescending(scope, clause)));
            }
        }
        for (SortGroupClause clause : window.order()) {
            Expr key = targets.get(QueryPlanner.position(query, clause));
            order.add(stage.sortKey(key, clause, QueryPlanner.isDescending(scope, clause)));
            peers.add(stage.groupKey(key, clause.equalityOperator()));
        }
        sort.addAll(order);
        stage = stage.sort(sort, -1, scope.context());
        List<Expr.WindowCall> placed = new ArrayList<>();
        List<PlanColumn> columns = new ArrayList<>(stage.node().columns());
        List<Expr> contents = new ArrayList<>(stage.slots().contents());
        for (Expr.WindowCall call : calls) {
            placed.add((Expr.WindowCall) call.mapChildren(stage.slots()::place));
            columns.add(PlanColumn.of("", call));
            contents.add(call);
        }
        Estimate below = stage.node().estimate();
        Estimate estimate = new Estimate(
                below.startup(), below.total() + below.rows() * calls.size() * 0.01, below.rows(), below.width());
        PlanNode node = new PlanNode.Window(
                stage.node(),
                window.name() == null ? "" : window.name(),
                partition,
                order,
                peers,
                frame(scope, window.frame()),
                placed,
                columns,
                estimate);
        return new Stage(node, new SlotMap(contents), stage.order());
    }

    private static WindowClause.Frame frame(Scope scope, WindowClause.Frame frame) {
        return new WindowClause.Frame(
                frame.written(),
                frame.mode(),
                frame.between(),
                frame.start(),
                frame.startOffset() == null ? null : scope.lower(frame.startOffset()),
                frame.end(),
                frame.endOffset() == null ? null : scope.lower(frame.endOffset()),
                frame.exclusion(),
                frame.inRange());
    }
}
