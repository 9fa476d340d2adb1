package io.pglitedb.types;

import java.util.List;
import java.util.function.IntFunction;

/// Names the base types that a package offers; found by `ServiceLoader`.
public interface TypeFamily {
    List<ValueType> types();

    /// Types made of base types that other families offer; asked for after all `types()`.
    ///
    /// @param base finds a base type by OID, null when it is not there
    default List<ValueType> derivedTypes(IntFunction<ValueType> base) {
        return List.of();
    }
}
