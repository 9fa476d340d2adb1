package io.pglitedb.types.reference;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.ArrayList;
import java.util.List;

/// The reg* types and refcursor.
public final class ReferenceFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        List<ValueType> types = new ArrayList<>(ReferenceType.all());
        types.add(new RefcursorType());
        return types;
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(ReferenceFunctions.class);
    }
}
