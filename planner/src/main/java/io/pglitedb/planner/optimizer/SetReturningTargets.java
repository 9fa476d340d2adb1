package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import java.util.ArrayList;
import java.util.List;

/// Targets that return sets: each nesting level of sets is a projection of its own, innermost first. Source:
/// PostgreSQL's split_pathtarget_at_srfs.
final class SetReturningTargets {
    private static final double ROWS_PER_SET = 10;

    private SetReturningTargets() {}

    /// The first slots of the result are the targets, in order, and its contents name them by variables of a leaf
    /// of that number (a target that is a set cannot be named by its call, which would give the set again); then
    /// what the input's slots hold.
    static Stage plan(Stage input, List<Expr> targets, int leaf) {
        Stage stage = input;
        List<Expr> current = new ArrayList<>(targets);
        int next = 0;
        while (current.stream().anyMatch(ExpressionFacts::returnsSet)) {
            List<Expr> sets = new ArrayList<>();
            current.forEach(target -> collectInnermost(target, sets));
            List<Expr> names = new ArrayList<>();
            for (Expr set : sets) {
                names.add(new Expr.Var(leaf, ++next, 0, set.type(), set.typmod(), set.collation(), Origin.NONE));
            }
            stage = expand(stage, sets, names);
            current.replaceAll(target -> replace(target, sets, names));
        }
        List<Expr> outputs = new ArrayList<>();
        List<Expr> contents = new ArrayList<>();
        List<PlanColumn> columns = new ArrayList<>();
        for (Expr target : current) {
            outputs.add(stage.slots().place(target));
            columns.add(PlanColumn.of("", target));
            contents.add(
                    new Expr.Var(leaf, ++next, 0, target.type(), target.typmod(), target.collation(), Origin.NONE));
        }
        for (int slot = 0; slot < input.slots().contents().size(); slot++) {
            outputs.add(stage.node().columns().get(slot).slot(slot));
            columns.add(stage.node().columns().get(slot));
            contents.add(input.slots().contents().get(slot));
        }
        return new Stage(
                new PlanNode.Project(
                        stage.node(), outputs, columns, stage.node().estimate()),
                new SlotMap(contents));
    }

    /// Sets whose arguments contain no further set.
    private static void collectInnermost(Expr expression, List<Expr> into) {
        if (!ExpressionFacts.returnsSet(expression)) {
            return;
        }
        boolean inner = false;
        for (Expr child : expression.children()) {
            if (ExpressionFacts.returnsSet(child)) {
                inner = true;
                collectInnermost(child, into);
            }
        }
        if (!inner) {
            into.add(expression);
        }
    }

    private static Expr replace(Expr target, List<Expr> sets, List<Expr> names) {
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i) == target) {
                return names.get(i);
            }
        }
        return target.mapChildren(child -> replace(child, sets, names));
    }

    private static Stage expand(Stage stage, List<Expr> sets, List<Expr> names) {
        List<Expr> outputs = new ArrayList<>();
        List<PlanColumn> columns = new ArrayList<>(stage.node().columns());
        for (int i = 0; i < columns.size(); i++) {
            outputs.add(columns.get(i).slot(i));
        }
        for (Expr set : sets) {
            outputs.add(stage.slots().place(set));
            columns.add(PlanColumn.of("", set));
        }
        List<Expr> contents = new ArrayList<>(stage.slots().contents());
        contents.addAll(names);
        Estimate below = stage.node().estimate();
        Estimate estimate = new Estimate(
                below.startup(),
                below.total() + below.rows() * ROWS_PER_SET * 0.01,
                below.rows() * ROWS_PER_SET,
                below.width());
        return new Stage(new PlanNode.ProjectSet(stage.node(), outputs, columns, estimate), new SlotMap(contents));
    }
}
