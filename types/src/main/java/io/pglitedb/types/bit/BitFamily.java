package io.pglitedb.types.bit;

import io.pglitedb.types.Oids;
import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// bit and bit varying.
public final class BitFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(new BitType(Oids.BIT), new BitType(Oids.VARBIT));
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(BitComparisons.class, BitCasts.class, BitFunctions.class);
    }
}
