package io.pglitedb.types.binary;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// bytea.
public final class BinaryFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(new ByteaType());
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(
                ByteaAggregates.class,
                ByteaFunctions.class,
                ByteaPatterns.class,
                ByteaText.class,
                DigestFunctions.class);
    }
}
