package io.pglitedb.catalog.system;

import io.pglitedb.types.ValueType;

/// @param ordinal from 0: place in a row's values
/// @param type how values are stored
public record SystemColumn(int ordinal, String name, ValueType type, boolean notNull) {}
