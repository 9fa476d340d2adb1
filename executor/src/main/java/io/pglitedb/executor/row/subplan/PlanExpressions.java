package io.pglitedb.executor.row.subplan;

import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The expressions that stand in a plan node itself.
final class PlanExpressions {
    private PlanExpressions() {}

    static List<Expr> of(PlanNode node) {
        return switch (node) {
            case PlanNode.SingleRow _,
                    PlanNode.CteScan _,
                    PlanNode.WorkTableScan _,
                    PlanNode.Sort _,
                    PlanNode.Vectorized _,
                    PlanNode.Unique _,
                    PlanNode.SetOperation _,
                    PlanNode.Append _,
                    PlanNode.FamilyScan _,
                    PlanNode.RecursiveUnion _,
                    PlanNode.LockRows _ -> List.of();
            case PlanNode.SeqScan scan -> some(scan.filter());
            case PlanNode.IndexScan scan -> {
                List<Expr> all = new ArrayList<>(scan.range().equal());
                all.addAll(some(
                        scan.range().any(),
                        scan.range().low(),
                        scan.range().high(),
                        scan.indexCondition(),
                        scan.filter()));
                yield all;
            }
            case PlanNode.TidScan scan -> join(scan.tids(), some(scan.filter()));
            case PlanNode.SampleScan scan ->
                some(scan.sampling().percentage(), scan.sampling().seed(), scan.filter());
            case PlanNode.ValuesScan values ->
                values.rows().stream().flatMap(List::stream).toList();
            case PlanNode.FunctionScan scan ->
                join(scan.functions().stream().map(PlanNode.ScanFunction::call).toList(), some(scan.filter()));
            case PlanNode.Filter filter -> List.of(filter.predicate());
            case PlanNode.Project project -> project.expressions();
            case PlanNode.ProjectSet project -> project.expressions();
            case PlanNode.NestedLoop loop ->
                join(
                        loop.parameters().stream()
                                .map(PlanNode.ParameterBinding::value)
                                .toList(),
                        some(loop.condition()));
            case PlanNode.HashJoin join ->
                join(
                        join.keys().stream()
                                .flatMap(key -> Stream.of(key.left(), key.right()))
                                .toList(),
                        some(join.residual()));
            case PlanNode.Limit limit -> some(limit.offset(), limit.count());
            case PlanNode.Aggregate aggregate -> List.copyOf(aggregate.calls());
            case PlanNode.Window window ->
                join(
                        List.copyOf(window.calls()),
                        some(window.frame().startOffset(), window.frame().endOffset()));
            case PlanNode.Insert insert -> insert.returning();
            case PlanNode.Update update ->
                join(
                        update.returning(),
                        update.assignments().stream()
                                .map(PlanNode.Assignment::value)
                                .toList());
            case PlanNode.Delete delete -> delete.returning();
            case PlanNode.Merge merge -> {
                List<Expr> all = new ArrayList<>();
                merge.steps().forEach(step -> {
                    all.addAll(some(step.condition()));
                    step.assignments().forEach(assignment -> all.add(assignment.value()));
                    all.addAll(step.values());
                });
                yield all;
            }
        };
    }

    private static List<Expr> some(Expr... maybe) {
        return Stream.of(maybe).filter(expression -> expression != null).toList();
    }

    private static List<Expr> join(List<? extends Expr> first, List<? extends Expr> second) {
        List<Expr> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
