package io.pglitedb.executor.vector.window;

import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.aggregate.Transition;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.vector.expression.RowView;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.WindowClause;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;
import java.util.Set;

/// Compiles the calls of a window that `VectorWindows` knows.
final class WindowColumns {
    private static final Set<String> INTEGER_SUMS = Set.of("int2_sum", "int4_sum");
    private static final Set<String> DECIMALS =
            Set.of("numeric_avg_accum", "int8_avg_accum", "int4_avg_accum", "int2_avg_accum");
    private static final Set<String> SUMS = Set.of("numeric_sum", "numeric_poly_sum");
    private static final Set<String> AVERAGES = Set.of("numeric_avg", "numeric_poly_avg", "int8_avg");

    private final BuildContext context;
    private final VectorCompiler vectors;
    private final byte frameEnds;

    WindowColumns(PlanNode.Window window, BuildContext context, VectorCompiler vectors) {
        this.context = context;
        this.vectors = vectors;
        WindowClause.Frame frame = window.frame();
        this.frameEnds = switch (frame.end()) {
            case CURRENT_ROW -> frame.mode() == WindowClause.Mode.ROWS ? Marks.NOTHING : Marks.PEERS;
            case UNBOUNDED_FOLLOWING -> Marks.PARTITION;
            default -> throw new IllegalStateException("another frame: " + frame);
        };
    }

    WindowColumn compile(Expr.WindowCall call) {
        VectorForm form = vectors.form(call.type());
        if (call.aggregate()) {
            RunningValue running = aggregate(call);
            return new RunningColumn(
                    call.filter() == null
                            ? running
                            : new RunningValues.Filtered(vectors.compile(call.filter()), running),
                    frameEnds,
                    form);
        }
        String prosrc = context.catalog().function(call.function()).prosrc();
        return switch (prosrc) {
            case "window_row_number" -> new PlaceColumn(PlaceColumn.Kind.ROW_NUMBER);
            case "window_rank" -> new PlaceColumn(PlaceColumn.Kind.RANK);
            case "window_dense_rank" -> new PlaceColumn(PlaceColumn.Kind.DENSE_RANK);
            case "window_percent_rank" -> new DistributionColumn(false);
            case "window_cume_dist" -> new DistributionColumn(true);
            case "window_first_value" -> new RunningColumn(chosen(call, 1), frameEnds, form);
            case "window_last_value" -> new RunningColumn(chosen(call, RunningValues.Chosen.LAST), frameEnds, form);
            default -> neighbour(call, prosrc.startsWith("window_lag") ? -1 : 1, form);
        };
    }

    private RunningValue chosen(Expr.WindowCall call, long number) {
        return new RunningValues.Chosen(vectors.compile(call.arguments().getFirst()), number);
    }

    private WindowColumn neighbour(Expr.WindowCall call, int direction, VectorForm form) {
        List<Expr> arguments = call.arguments();
        return new NeighbourColumn(
                vectors.compile(arguments.getFirst()),
                arguments.size() > 1 ? context.compiler().compile(arguments.get(1)) : null,
                arguments.size() > 2 ? context.compiler().compile(arguments.get(2)) : null,
                direction,
                form);
    }

    private RunningValue aggregate(Expr.WindowCall call) {
        AggregateDef definition = context.catalog().aggregate(call.function());
        List<Expr> arguments = call.arguments();
        String transition = context.catalog().function(definition.transition()).prosrc();
        String finish = definition.finish() == 0
                ? ""
                : context.catalog().function(definition.finish()).prosrc();
        if (transition.equals("int8inc") && arguments.isEmpty()) {
            return new RunningValues.Rows();
        }
        if (arguments.size() == 1) {
            VectorExpression argument = vectors.compile(arguments.getFirst());
            if (transition.equals("int8inc_any")) {
                return new RunningValues.Count(argument);
            }
            if (INTEGER_SUMS.contains(transition)) {
                return new RunningValues.IntegerSum(argument);
            }
            boolean average = AVERAGES.contains(finish);
            if (DECIMALS.contains(transition) && (average || SUMS.contains(finish))) {
                return new RunningValues.DecimalSum(argument, average);
            }
        }
        Transition functions = Transition.plain(
                definition,
                List.of(),
                arguments.stream().map(Expr::type).toList(),
                call.type(),
                call.inputCollation(),
                context.compiler().binder());
        Evaluator[] inputs = context.compiler().compileAll(arguments).toArray(new Evaluator[0]);
        return new RunningValues.Aggregate(functions, inputs, RowView.of(arguments));
    }
}
