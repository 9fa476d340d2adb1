package io.pglitedb.catalog.def;

import java.util.Optional;

/// A `pg_aggregate` row; functions are OIDs, 0 for none. The moving ones serve window frames.
///
/// @param kind n normal, o ordered-set, h hypothetical-set
/// @param finalModify r the final function leaves the state alone, s it may only be called once a state is
///     finished, w
/// it
///     changes the state
public record AggregateDef(
        int function,
        char kind,
        int directArguments,
        int transition,
        int finish,
        int combine,
        int serialize,
        int deserialize,
        int movingTransition,
        int movingInverse,
        int movingFinish,
        boolean finishTakesArguments,
        boolean movingFinishTakesArguments,
        char finalModify,
        char movingFinalModify,
        int sortOperator,
        int stateType,
        int stateSpace,
        int movingStateType,
        int movingStateSpace,
        Optional<String> initialState,
        Optional<String> movingInitialState) {}
