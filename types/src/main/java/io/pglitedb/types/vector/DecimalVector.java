package io.pglitedb.types.vector;

import io.pglitedb.types.value.Numeric;
import java.math.BigDecimal;

/// Finite numerics that share one display scale: row r is `unscaled[r] / 10^scale`. Numerics that do not fit are
/// in an `ObjectVector`.
public record DecimalVector(long[] unscaled, int scale, long[] nulls, int length) implements Vector {
    @Override
    public VectorForm form() {
        return VectorForm.NUMERIC;
    }

    @Override
    public Object get(int row) {
        return isNull(row) ? null : Numeric.of(BigDecimal.valueOf(unscaled[row], scale));
    }
}
