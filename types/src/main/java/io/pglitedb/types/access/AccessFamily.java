package io.pglitedb.types.access;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// aclitem.
public final class AccessFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(AclItemType.ACLITEM);
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(AclFunctions.class);
    }
}
