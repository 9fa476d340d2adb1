package io.pglitedb.types.floating;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;

/// random and setseed.
public final class RandomFunctions {
    private RandomFunctions() {}

    @Prosrc("drandom")
    public static double random(CallContext call) {
        return call.session().as(SessionRandom.class).nextDouble();
    }

    @Prosrc("setseed")
    public static void setSeed(CallContext call, double seed) {
        if (!(seed >= -1 && seed <= 1)) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "setseed parameter " + new Float8Type().toUtf8(seed, null) + " is out of allowed range [-1,1]");
        }
        call.session().as(SessionRandom.class).seed(seed);
    }
}
