package io.pglitedb.executor.row.aggregate;

import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.row.expression.BaseTypes;
import io.pglitedb.executor.row.expression.BoundFunction;
import io.pglitedb.executor.row.expression.FunctionBinder;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import java.util.Optional;

/// The functions of a `pg_aggregate` row, applied to states: plain, or with an inverse for moving frames.
/// A strict transition ignores NULL inputs, takes the first input as its state when there is no initial one, and
/// is not called again once its state is NULL.
public final class Transition {
    private static final char PSEUDO = 'p';

    /// Stands for the state before the first input of a strict transition without an initial state.
    private static final Object NOTHING = new Object();

    private final BoundFunction transition;
    /// Null unless moving.
    private final BoundFunction inverse;
    /// Null when the state is the result.
    private final BoundFunction finish;
    private final int finishExtra;
    private final Object initial;

    private Transition(
            BoundFunction transition, BoundFunction inverse, BoundFunction finish, int finishExtra, Object initial) {
        this.transition = transition;
        this.inverse = inverse;
        this.finish = finish;
        this.finishExtra = finishExtra;
        this.initial = initial;
    }

    /// @param argumentTypes actual ones of the aggregated arguments
    /// @param directTypes of an ordered-set aggregate, else empty
    public static Transition plain(
            AggregateDef aggregate,
            List<Integer> directTypes,
            List<Integer> argumentTypes,
            int resultType,
            int collation,
            FunctionBinder binder) {
        return of(
                aggregate,
                new Parts(
                        aggregate.transition(),
                        0,
                        aggregate.finish(),
                        aggregate.finishTakesArguments(),
                        aggregate.stateType(),
                        aggregate.initialState()),
                directTypes,
                argumentTypes,
                resultType,
                collation,
                binder);
    }

    /// The functions with an inverse; null when the aggregate has none.
    public static Transition moving(
            AggregateDef aggregate, List<Integer> argumentTypes, int resultType, int collation, FunctionBinder binder) {
        if (aggregate.movingTransition() == 0) {
            return null;
        }
        return of(
                aggregate,
                new Parts(
                        aggregate.movingTransition(),
                        aggregate.movingInverse(),
                        aggregate.movingFinish(),
                        aggregate.movingFinishTakesArguments(),
                        aggregate.movingStateType(),
                        aggregate.movingInitialState()),
                List.of(),
                argumentTypes,
                resultType,
                collation,
                binder);
    }

    /// OIDs; 0 for none.
    private record Parts(
            int transition,
            int inverse,
            int finish,
            boolean finishTakesArguments,
            int stateType,
            Optional<String> initialState) {}

    private static Transition of(
            AggregateDef aggregate,
            Parts parts,
            List<Integer> directTypes,
            List<Integer> argumentTypes,
            int resultType,
            int collation,
            FunctionBinder binder) {
        int stateType = stateType(aggregate, parts.stateType, argumentTypes, resultType, binder);
        SqlType state = SqlType.of(stateType);
        SqlType[] inputs = new SqlType[argumentTypes.size() + 1];
        inputs[0] = state;
        for (int i = 1; i < inputs.length; i++) {
            inputs[i] = SqlType.of(argumentTypes.get(i - 1));
        }
        BoundFunction transition = binder.bind(parts.transition, inputs, state, collation);
        BoundFunction inverse = parts.inverse == 0 ? null : binder.bind(parts.inverse, inputs, state, collation);
        int extra = parts.finishTakesArguments ? argumentTypes.size() : 0;
        BoundFunction finish = null;
        if (parts.finish != 0) {
            SqlType[] finishTypes = new SqlType[1 + directTypes.size() + extra];
            finishTypes[0] = state;
            for (int i = 0; i < directTypes.size(); i++) {
                finishTypes[1 + i] = SqlType.of(directTypes.get(i));
            }
            System.arraycopy(inputs, 1, finishTypes, 1 + directTypes.size(), extra);
            finish = binder.bind(parts.finish, finishTypes, SqlType.of(resultType), collation);
        }
        Object initial = parts.initialState
                .map(text -> binder.session()
                        .type(BaseTypes.of(binder.catalog(), stateType))
                        .parse(Utf8.of(text), -1, binder.session()))
                .orElse(transition.strict() ? NOTHING : null);
        return new Transition(transition, inverse, finish, extra, initial);
    }

    /// A polymorphic state has the type that this call's arguments give it.
    private static int stateType(
            AggregateDef aggregate, int declared, List<Integer> argumentTypes, int resultType, FunctionBinder binder) {
        if (binder.catalog().type(declared).kind() != PSEUDO || declared == Oids.INTERNAL) {
            return declared;
        }
        FunctionDef function = binder.catalog().function(aggregate.function());
        int direct = aggregate.directArguments();
        for (int i = direct; i < function.argumentTypes().size() && i - direct < argumentTypes.size(); i++) {
            if (function.argumentTypes().get(i) == declared) {
                return argumentTypes.get(i - direct);
            }
        }
        if (declared == Oids.ANYARRAY || declared == Oids.ANYCOMPATIBLEARRAY) {
            for (int type : argumentTypes) {
                if (binder.catalog().type(type).arrayType() != 0) {
                    return binder.catalog().type(type).arrayType();
                }
            }
        }
        return resultType;
    }

    public Object initial() {
        return initial;
    }

    public boolean invertible() {
        return inverse != null;
    }

    /// Whether an input counts: a strict transition ignores NULLs.
    public boolean takes(Object[] call) {
        if (transition.strict()) {
            for (int i = 1; i < call.length; i++) {
                if (call[i] == null) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The state after one more input.
    ///
    /// @param call slot 0 is used; then the inputs
    public Object add(Object state, Object[] call) {
        if (!takes(call)) {
            return state;
        }
        if (transition.strict()) {
            if (state == NOTHING) {
                return call[1];
            }
            if (state == null) {
                return null;
            }
        }
        call[0] = state;
        return call.length == 2 ? transition.call(state, call[1]) : transition.callAll(call);
    }

    /// What `remove` gives when the state cannot be computed backwards: it has to be made anew.
    public static final Object IMPOSSIBLE = new Object();

    /// The state without its oldest input, which it takes.
    public Object remove(Object state, Object[] call) {
        if (state == null || state == NOTHING) {
            return IMPOSSIBLE;
        }
        call[0] = state;
        Object before = inverse.callAll(call);
        return before == null ? IMPOSSIBLE : before;
    }

    /// @param direct values of the direct arguments
    public Object finish(Object state, Object[] direct) {
        return finish(state, direct, finishExtra);
    }

    /// Without the arguments that only tell the final function their types.
    Object finishWithout(Object state, Object[] direct) {
        return finish(state, direct, 0);
    }

    private Object finish(Object state, Object[] direct, int extra) {
        Object last = state == NOTHING ? null : state;
        if (finish == null) {
            return last;
        }
        if (direct.length == 0 && extra == 0) {
            return finish.call(last);
        }
        Object[] call = new Object[1 + direct.length + extra];
        call[0] = last;
        System.arraycopy(direct, 0, call, 1, direct.length);
        return finish.callAll(call);
    }
}
