package io.pglitedb.columnstore.form;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.value.Numeric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.DecimalType;

/// A numeric without a modifier still tends to hold one kind of numbers: the scale that nearly all of a sample
/// show is taken for a decimal, what does not fit becomes an exception.
final class SampledDecimal {
    private static final double COMMON = 0.99;
    private static final int HEADROOM_DIGITS = 3;

    private SampledDecimal() {}

    static ColumnForm choose(ValueType type, List<Object> sample) {
        Map<Integer, Integer> scales = new HashMap<>();
        for (Object value : sample) {
            Numeric numeric = (Numeric) value;
            if (numeric.isFinite()) {
                scales.merge(numeric.displayScale(), 1, Integer::sum);
            }
        }
        int scale = scales.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        int digits = digits(sample, scale);
        int precision = digits + HEADROOM_DIGITS <= DecimalForm.PRECISION_MAX
                ? DecimalForm.PRECISION_MAX
                : WideDecimalForm.PRECISION_MAX;
        if (sample.isEmpty() || scale > precision) {
            return new StoredForm(type);
        }
        ColumnForm decimal = Forms.decimal(new DecimalType(scale, precision));
        long fitting = sample.stream().filter(decimal::fits).count();
        return fitting >= COMMON * sample.size() ? decimal : new StoredForm(type);
    }

    /// The most digits among the values of that scale.
    private static int digits(List<Object> sample, int scale) {
        int digits = 1;
        for (Object value : sample) {
            Numeric numeric = (Numeric) value;
            if (numeric.isFinite() && numeric.displayScale() == scale) {
                digits = Math.max(digits, numeric.decimal().precision());
            }
        }
        return digits;
    }
}
