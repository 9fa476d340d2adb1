package io.pglitedb.types.identifier;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Arithmetic of log positions, which are unsigned: their distance is a numeric of bytes.
public final class LsnFunctions {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(64);

    private LsnFunctions() {}

    private static BigInteger unsigned(long position) {
        BigInteger value = BigInteger.valueOf(position);
        return position < 0 ? value.add(LIMIT) : value;
    }

    @Prosrc({"pg_lsn_mi", "pg_wal_lsn_diff"})
    public static Numeric distance(long left, long right) {
        return Numeric.of(unsigned(left).subtract(unsigned(right)));
    }

    private static long moved(long position, Numeric by, int sign) {
        BigDecimal start = new BigDecimal(unsigned(position));
        return position(start.add(sign > 0 ? by.decimal() : by.decimal().negate()));
    }

    private static long position(BigDecimal bytes) {
        BigInteger rounded = bytes.setScale(0, RoundingMode.HALF_UP).toBigInteger();
        if (rounded.signum() < 0 || rounded.compareTo(LIMIT) >= 0) {
            throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "pg_lsn out of range");
        }
        return rounded.longValue();
    }

    @Prosrc("pg_lsn_pli")
    public static long plus(long position, Numeric bytes) {
        if (bytes.isNaN()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot add NaN to pg_lsn");
        }
        requireFinite(bytes);
        return moved(position, bytes, 1);
    }

    @Prosrc("numeric_pl_pg_lsn(numeric, pg_lsn)")
    public static long plus(Numeric bytes, long position) {
        return plus(position, bytes);
    }

    @Prosrc("pg_lsn_mii")
    public static long minus(long position, Numeric bytes) {
        if (bytes.isNaN()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot subtract NaN from pg_lsn");
        }
        requireFinite(bytes);
        return moved(position, bytes, -1);
    }

    private static void requireFinite(Numeric bytes) {
        if (!bytes.isFinite()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot convert infinity to pg_lsn");
        }
    }

    @Prosrc("numeric_pg_lsn")
    public static long of(Numeric bytes) {
        if (bytes.isNaN()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot convert NaN to pg_lsn");
        }
        requireFinite(bytes);
        return position(bytes.decimal());
    }
}
