package io.pglitedb.planner.print;

import java.util.List;

/// What the parameters in a routine's body are called.
///
/// @param names of the input arguments in their order, empty where unnamed
public record RoutineParameters(String routine, List<String> names) {
    public static final RoutineParameters NONE = new RoutineParameters("", List.of());

    public RoutineParameters {
        names = List.copyOf(names);
    }
}
