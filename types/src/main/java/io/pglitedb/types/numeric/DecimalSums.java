package io.pglitedb.types.numeric;

import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.vector.Selection;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/// Sums and averages of many groups, as `NumericSumState` has them for one: exact, in 128 bits at one scale for
/// all groups; what does not fit is added up aside.
public final class DecimalSums {
    private static final byte NAN = 1;
    private static final byte POSITIVE_INFINITY = 2;
    private static final byte NEGATIVE_INFINITY = 4;

    private long[] low = {};
    private long[] high = {};
    private long[] counts = {};
    /// Largest display scale among a group's values.
    private int[] displayScales = {};
    /// Of `low` and `high`.
    private int scale;
    /// NaN and infinities met; null for none in any group.
    private byte[] specials;
    /// Sums of values that are not in `low` and `high`; null for none in any group.
    private BigDecimal[] others;

    /// Makes room for so many groups.
    public void grow(int groups) {
        if (groups > counts.length) {
            int size = Math.max(groups, counts.length * 2);
            low = Arrays.copyOf(low, size);
            high = Arrays.copyOf(high, size);
            counts = Arrays.copyOf(counts, size);
            displayScales = Arrays.copyOf(displayScales, size);
            specials = specials == null ? null : Arrays.copyOf(specials, size);
            others = others == null ? null : Arrays.copyOf(others, size);
        }
    }

    /// Of memory held.
    public long bytes() {
        return counts.length * (3L * Long.BYTES + Integer.BYTES);
    }

    /// Adds `values[row] / 10^valueScale` to the group of each row.
    public void addAll(long[] values, int valueScale, Selection rows, int[] groups) {
        if (valueScale != scale && !adopt(valueScale)) {
            for (int index = 0; index < rows.count(); index++) {
                int row = rows.row(index);
                add(groups[row], Numeric.of(BigDecimal.valueOf(values[row], valueScale)));
            }
            return;
        }
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            int group = groups[row];
            add(group, values[row]);
            displayScales[group] = Math.max(displayScales[group], valueScale);
        }
    }

    /// The same of integers.
    public void addAll(int[] values, Selection rows, int[] groups) {
        if (scale != 0) {
            throw new IllegalStateException("integers among numerics");
        }
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            add(groups[row], values[row]);
        }
    }

    private void add(int group, long value) {
        long before = low[group];
        long sum = before + value;
        low[group] = sum;
        high[group] += (value >> 63) + (Long.compareUnsigned(sum, before) < 0 ? 1 : 0);
        counts[group]++;
    }

    /// Adds the sums of groups of others.
    ///
    /// @param groups where each of the groups from `from` to before `to` belongs here, in this order
    public void addAll(DecimalSums others, int from, int to, int[] groups) {
        boolean sameScale = others.scale == scale || adopt(others.scale);
        for (int other = from; other < to; other++) {
            int group = groups[other - from];
            if (sameScale) {
                long before = low[group];
                low[group] = before + others.low[other];
                high[group] += others.high[other] + (Long.compareUnsigned(low[group], before) < 0 ? 1 : 0);
            } else {
                addAside(group, others.inLongs(other));
            }
            if (others.others != null && others.others[other] != null) {
                addAside(group, others.others[other]);
            }
            if (others.specials != null && others.specials[other] != 0) {
                specials = specials == null ? new byte[counts.length] : specials;
                specials[group] |= others.specials[other];
            }
            counts[group] += others.counts[other];
            displayScales[group] = Math.max(displayScales[group], others.displayScales[other]);
        }
    }

    private void addAside(int group, BigDecimal value) {
        others = others == null ? new BigDecimal[counts.length] : others;
        others[group] = others[group] == null ? value : others[group].add(value);
    }

    /// Takes another scale while there are no sums yet.
    private boolean adopt(int newScale) {
        for (int group = 0; group < counts.length; group++) {
            if (low[group] != 0 || high[group] != 0) {
                return false;
            }
        }
        scale = newScale;
        return true;
    }

    public void add(int group, Numeric value) {
        if (!value.isFinite()) {
            specials = specials == null ? new byte[counts.length] : specials;
            specials[group] |= value.isNaN() ? NAN : value.signum() > 0 ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
            counts[group]++;
            return;
        }
        BigDecimal decimal = value.decimal();
        displayScales[group] = Math.max(displayScales[group], decimal.scale());
        BigDecimal scaled = decimal.scale() <= scale ? decimal.setScale(scale) : decimal;
        if (scaled.scale() == scale && scaled.unscaledValue().bitLength() < Long.SIZE) {
            add(group, scaled.unscaledValue().longValue());
            return;
        }
        addAside(group, decimal);
        counts[group]++;
    }

    /// Null when there was no value.
    public Numeric sum(int group) {
        Numeric special = special(group);
        return counts[group] == 0 ? null : special != null ? special : NumericArithmetic.checked(total(group));
    }

    /// Null when there was no value.
    public Numeric average(int group) {
        Numeric special = special(group);
        return counts[group] == 0 || special != null
                ? special
                : NumericArithmetic.divide(Numeric.of(total(group)), Numeric.of(counts[group]));
    }

    private BigDecimal inLongs(int group) {
        BigInteger unscaled = BigInteger.valueOf(high[group])
                .shiftLeft(Long.SIZE)
                .add(new BigInteger(Long.toUnsignedString(low[group])));
        return new BigDecimal(unscaled, scale);
    }

    private BigDecimal total(int group) {
        BigDecimal total = inLongs(group);
        if (others != null && others[group] != null) {
            total = total.add(others[group]);
        }
        return total.setScale(displayScales[group]);
    }

    /// Null when all of the group's values are finite.
    private Numeric special(int group) {
        int met = specials == null ? 0 : specials[group];
        return switch (met) {
            case 0 -> null;
            case POSITIVE_INFINITY -> Numeric.POSITIVE_INFINITY;
            case NEGATIVE_INFINITY -> Numeric.NEGATIVE_INFINITY;
            default -> Numeric.NAN;
        };
    }
}
