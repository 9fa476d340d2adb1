package io.pglitedb.executor.row.aggregate;

import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.aggregate.OrderedSet;
import io.pglitedb.types.error.PgException;
import java.util.List;

/// Compiles aggregate calls over the rows of a plan node's input.
public final class AggregateCompiler {
    private static final Object[] NO_VALUES = {};

    private final BuildContext context;
    private final ExpressionCompiler compiler;

    public AggregateCompiler(BuildContext context) {
        this.context = context;
        this.compiler = context.compiler();
    }

    public AggregateFunction compile(Expr.AggregateCall call) {
        AggregateDef definition = context.catalog().aggregate(call.function());
        AggregateFunction function =
                call.kind() == Expr.AggregateKind.NORMAL ? normal(call, definition) : orderedSet(call, definition);
        if (call.filter() == null) {
            return function;
        }
        Evaluator filter = compiler.compile(call.filter());
        return () -> new Filtered(filter, function.start());
    }

    private AggregateFunction normal(Expr.AggregateCall call, AggregateDef definition) {
        List<Expr> arguments = arguments(call);
        boolean ordered = !call.order().isEmpty() || !call.distinct().isEmpty();
        FunctionDef transition = context.catalog().function(definition.transition());
        if (!ordered && transition.prosrc().equals("int8inc") && arguments.isEmpty()) {
            return () -> new Count(null);
        }
        if (!ordered && transition.prosrc().equals("int8inc_any")) {
            Evaluator argument = compiler.compile(arguments.getFirst());
            return () -> new Count(argument);
        }
        if (call.variadic()) {
            throw PgException.notSupported("VARIADIC in an aggregate call");
        }
        Transition functions = Transition.plain(
                definition,
                List.of(),
                arguments.stream().map(Expr::type).toList(),
                call.type(),
                call.inputCollation(),
                compiler.binder());
        if (!ordered) {
            Evaluator[] inputs = compiler.compileAll(arguments).toArray(new Evaluator[0]);
            return () -> new Plain(functions, inputs);
        }
        OrderedInput input = new OrderedInput(call, context);
        return () -> new Ordered(input, functions, arguments.size());
    }

    /// What is aggregated, without the columns that are there for the order only.
    public static List<Expr> arguments(Expr.AggregateCall call) {
        return call.arguments().stream()
                .filter(entry -> !entry.junk())
                .map(TargetEntry::expression)
                .toList();
    }

    private AggregateFunction orderedSet(Expr.AggregateCall call, AggregateDef definition) {
        Evaluator[] direct = compiler.compileAll(call.directArguments()).toArray(new Evaluator[0]);
        OrderedInput input = new OrderedInput(call, context);
        List<Expr> arguments = arguments(call);
        Transition functions = Transition.plain(
                definition,
                call.directArguments().stream().map(Expr::type).toList(),
                arguments.stream().map(Expr::type).toList(),
                call.type(),
                call.inputCollation(),
                compiler.binder());
        FunctionDef transition = context.catalog().function(definition.transition());
        if (transition.prosrc().startsWith("ordered_set_transition")) {
            boolean hypothetical = call.kind() == Expr.AggregateKind.HYPOTHETICAL_SET;
            return () -> new SetAccumulator(functions, input, direct, hypothetical);
        }
        return () -> new Ordered(input, functions, arguments.size(), direct);
    }

    static Object[] values(Evaluator[] evaluators, Object[] row) {
        if (evaluators.length == 0) {
            return NO_VALUES;
        }
        Object[] values = new Object[evaluators.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = evaluators[i].evaluate(row);
        }
        return values;
    }

    private record Filtered(Evaluator filter, Accumulator inner) implements Accumulator {
        @Override
        public void add(Object[] row) {
            if (Boolean.TRUE.equals(filter.evaluate(row))) {
                inner.add(row);
            }
        }

        @Override
        public Object result() {
            return inner.result();
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    /// count(*), or count(argument).
    private static final class Count implements Accumulator {
        private final Evaluator argument;
        private long count;

        Count(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public void add(Object[] row) {
            if (argument == null || argument.evaluate(row) != null) {
                count++;
            }
        }

        @Override
        public Object result() {
            return count;
        }
    }

    private static final class Plain implements Accumulator {
        private final Transition functions;
        private final Evaluator[] inputs;
        private final Object[] call;
        private Object state;

        Plain(Transition functions, Evaluator[] inputs) {
            this.functions = functions;
            this.inputs = inputs;
            this.call = new Object[inputs.length + 1];
            this.state = functions.initial();
        }

        @Override
        public void add(Object[] row) {
            for (int i = 0; i < inputs.length; i++) {
                call[i + 1] = inputs[i].evaluate(row);
            }
            state = functions.add(state, call);
        }

        @Override
        public Object result() {
            return functions.finish(state, NO_VALUES);
        }
    }

    /// With ORDER BY or DISTINCT: the input is sorted before it is aggregated.
    private static final class Ordered implements Accumulator {
        private final OrderedInput.Rows rows;
        private final Transition functions;
        private final int width;
        private final Evaluator[] direct;
        /// Of the group, for the direct arguments, which are the same in all of them.
        private Object[] someRow = NO_VALUES;

        Ordered(OrderedInput input, Transition functions, int width) {
            this(input, functions, width, new Evaluator[0]);
        }

        Ordered(OrderedInput input, Transition functions, int width, Evaluator[] direct) {
            this.rows = input.start();
            this.functions = functions;
            this.width = width;
            this.direct = direct;
        }

        @Override
        public void add(Object[] row) {
            someRow = row;
            rows.add(row);
        }

        @Override
        public Object result() {
            Object state = functions.initial();
            Object[] call = new Object[width + 1];
            rows.sort();
            for (Object[] tuple = rows.next(); tuple != null; tuple = rows.next()) {
                System.arraycopy(tuple, 0, call, 1, width);
                state = functions.add(state, call);
            }
            return functions.finish(state, values(direct, someRow));
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    /// PostgreSQL's own ordered-set aggregates: their state keeps the rows and sorts them itself.
    private static final class SetAccumulator implements Accumulator {
        private final Transition functions;
        private final OrderedInput input;
        private final Evaluator[] direct;
        private final boolean hypothetical;
        private final Object[] call = new Object[2];
        private final OrderedSet state;
        private Object[] someRow = NO_VALUES;

        SetAccumulator(Transition functions, OrderedInput input, Evaluator[] direct, boolean hypothetical) {
            this.functions = functions;
            this.input = input;
            this.direct = direct;
            this.hypothetical = hypothetical;
            this.state = new OrderedSet(input.order());
        }

        @Override
        public void add(Object[] row) {
            someRow = row;
            call[1] = input.tuple(row);
            functions.add(state, call);
        }

        /// The hypothetical row is one argument of the final function.
        @Override
        public Object result() {
            Object[] values = values(direct, someRow);
            return hypothetical
                    ? functions.finishWithout(state, new Object[] {values})
                    : functions.finish(state, values);
        }
    }
}
