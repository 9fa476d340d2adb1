package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.aggregate.AggregateCompiler;
import io.pglitedb.executor.row.aggregate.AggregateFunction;
import io.pglitedb.executor.vector.expression.RowView;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Compiles aggregate calls. Which states an aggregate has, its transition and final functions tell, by `prosrc`.
final class AggregateCalls {
    private static final Set<String> INTEGER_SUMS = Set.of("int2_sum", "int4_sum");
    private static final Set<String> DECIMAL_TRANSITIONS =
            Set.of("numeric_avg_accum", "int8_avg_accum", "int4_avg_accum", "int2_avg_accum");
    private static final Set<String> SUMS = Set.of("numeric_sum", "numeric_poly_sum");
    private static final Set<String> AVERAGES = Set.of("numeric_avg", "numeric_poly_avg", "int8_avg");
    private static final Set<String> GREATEST = Set.of(
            "int2larger",
            "int4larger",
            "int8larger",
            "date_larger",
            "time_larger",
            "timestamp_larger",
            "timestamptz_larger",
            "cashlarger");
    private static final Set<String> LEAST = Set.of(
            "int2smaller",
            "int4smaller",
            "int8smaller",
            "date_smaller",
            "time_smaller",
            "timestamp_smaller",
            "timestamptz_smaller",
            "cashsmaller");

    private final CatalogView catalog;
    private final VectorCompiler plain;
    private final AggregateCompiler rows;

    AggregateCalls(BuildContext context, VectorCompiler vectors) {
        this.catalog = context.catalog();
        this.plain = vectors;
        this.rows = new AggregateCompiler(context);
    }

    /// For one thread: what several calls have in common is computed once a batch.
    List<Supplier<AggregateStates>> compileAll(List<Expr.AggregateCall> calls) {
        VectorCompiler sharing = plain.sharing(calls);
        return calls.stream().map(call -> compile(call, sharing)).toList();
    }

    private Supplier<AggregateStates> compile(Expr.AggregateCall call, VectorCompiler vectors) {
        Supplier<AggregateStates> states = columnar(call, vectors);
        if (states == null) {
            // The accumulator looks at the filter itself.
            AggregateFunction function = rows.compile(call);
            RowView view = RowView.of(List.of(call));
            VectorForm form = vectors.form(call.type());
            return () -> new AccumulatorStates(function, view, form);
        }
        if (call.filter() == null) {
            return states;
        }
        VectorExpression filter = vectors.compile(call.filter());
        return () -> new FilteredStates(filter, states.get());
    }

    /// Null for an aggregate without states of its own here.
    private Supplier<AggregateStates> columnar(Expr.AggregateCall call, VectorCompiler vectors) {
        boolean plain = call.kind() == Expr.AggregateKind.NORMAL
                && call.order().isEmpty()
                && call.distinct().isEmpty()
                && !call.variadic();
        if (!plain) {
            return null;
        }
        AggregateDef definition = catalog.aggregate(call.function());
        String transition = catalog.function(definition.transition()).prosrc();
        List<Expr> arguments = AggregateCompiler.arguments(call);
        if (transition.equals("int8inc") && arguments.isEmpty()) {
            return () -> new CountStates(null);
        }
        if (arguments.size() != 1) {
            return null;
        }
        Expr argument = arguments.getFirst();
        if (transition.equals("int8inc_any")) {
            VectorExpression counted = vectors.compile(argument);
            return () -> new CountStates(counted);
        }
        if (INTEGER_SUMS.contains(transition)) {
            VectorExpression summed = vectors.compile(argument);
            return () -> new IntegerSumStates(summed);
        }
        String finish = definition.finish() == 0
                ? ""
                : catalog.function(definition.finish()).prosrc();
        boolean average = AVERAGES.contains(finish);
        if (DECIMAL_TRANSITIONS.contains(transition) && (average || SUMS.contains(finish))) {
            VectorExpression summed = vectors.compile(argument);
            return () -> new DecimalStates(summed, average);
        }
        boolean greatest = GREATEST.contains(transition);
        if (greatest || LEAST.contains(transition)) {
            VectorExpression compared = vectors.compile(argument);
            VectorForm form = vectors.form(call.type());
            return () -> new ExtremeStates(compared, form, greatest);
        }
        return null;
    }
}
