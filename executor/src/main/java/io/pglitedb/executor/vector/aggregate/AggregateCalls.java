package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.aggregate.AggregateCompiler;
import io.pglitedb.executor.row.aggregate.AggregateFunction;
import io.pglitedb.executor.row.expression.Collations;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.vector.expression.RowView;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.types.Oids;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
            "cashlarger",
            "boolor_statefunc");
    private static final Set<String> LEAST = Set.of(
            "int2smaller",
            "int4smaller",
            "int8smaller",
            "date_smaller",
            "time_smaller",
            "timestamp_smaller",
            "timestamptz_smaller",
            "cashsmaller",
            "booland_statefunc");
    private static final Set<String> FLOAT_SUMS = Set.of("float4pl", "float8pl");
    private static final Set<String> DEVIATIONS = Set.of("float4_accum", "float8_accum");
    private static final Set<String> FLOAT_EXTREMES =
            Set.of("float4larger", "float8larger", "float4smaller", "float8smaller");

    /// States whose value the order of their inputs does not change.
    private static final Set<Class<?>> ORDERLESS = Set.of(
            CountStates.class,
            IntegerSumStates.class,
            DecimalStates.class,
            ExtremeStates.class,
            TextExtremeStates.class,
            NumericExtremeStates.class);
    /// `=(int4, int4)`
    private static final int INT4_EQUAL = 96;

    private final BuildContext context;
    private final CatalogView catalog;
    private final VectorCompiler plain;
    private final AggregateCompiler rows;

    AggregateCalls(BuildContext context, VectorCompiler vectors) {
        this.context = context;
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
        boolean known = call.kind() == Expr.AggregateKind.NORMAL && call.order().isEmpty() && !call.variadic();
        if (!known) {
            return null;
        }
        List<Expr> arguments = AggregateCompiler.arguments(call);
        return call.distinct().isEmpty() ? states(call, arguments, vectors) : distinct(call, arguments, vectors);
    }

    /// Pairs of group and value come before the states, whose argument is the value then.
    private Supplier<AggregateStates> distinct(Expr.AggregateCall call, List<Expr> arguments, VectorCompiler vectors) {
        if (arguments.size() != 1 || call.arguments().size() != 1) {
            return null;
        }
        Expr argument = arguments.getFirst();
        PlanColumn value = PlanColumn.of("", argument);
        Supplier<AggregateStates> inner = states(call, List.of(value.slot(1)), plain);
        // Others depend on the order of the values, or on which of equal ones is taken.
        boolean exact = argument.type() != Oids.NUMERIC || argument.typmod() >= 0;
        if (inner == null || !exact || !ORDERLESS.contains(inner.get().getClass())) {
            return null;
        }
        VectorExpression counted = vectors.compile(argument);
        SortGroupClause clause = call.distinct().getFirst();
        DistinctStates.Layout layout = new DistinctStates.Layout(
                context.operators().equality(INT4_EQUAL, 0, Oids.INT4),
                context.operators().equality(clause.equalityOperator(), argument.collation(), argument.type()),
                List.of(VectorForm.INTEGER, vectors.form(argument.type())),
                new RowSerializer(new int[] {Oids.INT4, argument.type()}, context.catalog(), context.session()),
                context.run());
        return () -> new DistinctStates(counted, inner.get(), layout);
    }

    private Supplier<AggregateStates> states(Expr.AggregateCall call, List<Expr> arguments, VectorCompiler vectors) {
        AggregateDef definition = catalog.aggregate(call.function());
        String transition = catalog.function(definition.transition()).prosrc();
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
        return ofOthers(call, argument, transition, finish, vectors);
    }

    private Supplier<AggregateStates> ofOthers(
            Expr.AggregateCall call, Expr argument, String transition, String finish, VectorCompiler vectors) {
        if (FLOAT_SUMS.contains(transition) && finish.isEmpty()) {
            VectorExpression summed = vectors.compile(argument);
            boolean single = transition.equals("float4pl");
            return () -> new FloatSumStates(summed, single);
        }
        Function<PgArray, Double> deviation = DeviationStates.finish(finish);
        if (DEVIATIONS.contains(transition) && deviation != null) {
            VectorExpression measured = vectors.compile(argument);
            return () -> new DeviationStates(measured, deviation);
        }
        if (FLOAT_EXTREMES.contains(transition)) {
            VectorExpression compared = vectors.compile(argument);
            VectorForm form = vectors.form(call.type());
            return () -> new FloatExtremeStates(compared, form, transition.endsWith("larger"));
        }
        if (transition.equals("numeric_larger") || transition.equals("numeric_smaller")) {
            VectorExpression compared = vectors.compile(argument);
            return () ->
                    new NumericExtremeStates(compared, transition.equals("numeric_larger"), argument.typmod() >= 0);
        }
        if (transition.equals("text_larger") || transition.equals("text_smaller")) {
            Collations.requireOrder(catalog, call.inputCollation());
            VectorExpression compared = vectors.compile(argument);
            return () -> new TextExtremeStates(compared, transition.equals("text_larger"));
        }
        return null;
    }
}
