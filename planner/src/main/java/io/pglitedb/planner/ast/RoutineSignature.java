package io.pglitedb.planner.ast;

import java.util.List;

/// A function, procedure or aggregate as a statement points at it.
///
/// @param argumentsGiven false when only the name is written, which must then be unambiguous
/// @param directCount of an ordered-set aggregate: how many of the parameters stand before ORDER BY; else -1
public record RoutineSignature(
        List<String> name, boolean argumentsGiven, List<RoutineParameter> parameters, int directCount) {

    /// The types that tell overloads apart: of the input parameters.
    public List<TypeName> inputTypes() {
        return parameters.stream()
                .filter(RoutineParameter::isInput)
                .map(RoutineParameter::type)
                .toList();
    }
}
