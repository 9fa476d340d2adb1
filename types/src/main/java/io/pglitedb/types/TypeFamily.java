package io.pglitedb.types;

import java.util.List;

/// Names the base types that a package offers; found by `ServiceLoader`.
public interface TypeFamily {
    List<ValueType> types();
}
