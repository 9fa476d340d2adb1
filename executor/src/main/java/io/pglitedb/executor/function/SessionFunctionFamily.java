package io.pglitedb.executor.function;

import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// Names the classes of this package.
public final class SessionFunctionFamily implements FunctionFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(
                SessionFunctions.class,
                SettingFunctions.class,
                TransactionFunctions.class,
                ActivityFunctions.class,
                BackendFunctions.class,
                LockFunctions.class,
                AdvisoryLockFunctions.class,
                NotificationFunctions.class,
                CursorFunctions.class,
                SequenceFunctions.class,
                SizeFunctions.class,
                TieringFunctions.class,
                ForeignFunctions.class,
                TableActivityFunctions.class,
                TypeLimitFunctions.class);
    }
}
