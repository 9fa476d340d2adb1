package io.pglitedb.types.network;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// inet, cidr, macaddr, macaddr8.
public final class NetworkFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(InetType.INET, InetType.CIDR, MacType.MACADDR, MacType.MACADDR8);
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(InetFunctions.class, MacFunctions.class);
    }
}
