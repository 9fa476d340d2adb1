package io.pglitedb.types.money;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// money.
public final class MoneyFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(new MoneyType());
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(MoneyArithmetic.class, MoneyFunctions.class, MoneyWords.class);
    }
}
