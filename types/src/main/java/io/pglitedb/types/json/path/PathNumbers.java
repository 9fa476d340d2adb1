package io.pglitedb.types.json.path;

import static io.pglitedb.types.json.path.PathEvaluator.error;

import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Methods of jsonpath that give numbers.
final class PathNumbers {
    private PathNumbers() {}

    /// @param name abs, floor or ceiling
    static Jsonb rounded(Jsonb item, String name) {
        if (!(item instanceof Jsonb.Num(BigDecimal number))) {
            throw error(
                    SqlState.NON_NUMERIC_SQL_JSON_ITEM,
                    "jsonpath item method .%s() can only be applied to a numeric value".formatted(name));
        }
        return new Jsonb.Num(
                switch (name) {
                    case "abs" -> number.abs();
                    case "floor" -> number.setScale(0, RoundingMode.FLOOR);
                    default -> number.setScale(0, RoundingMode.CEILING);
                });
    }

    static Jsonb toDouble(Jsonb item) {
        if (item instanceof Jsonb.Num(BigDecimal number)) {
            if (Double.isInfinite(number.doubleValue())) {
                throw error(
                        SqlState.NON_NUMERIC_SQL_JSON_ITEM,
                        "numeric argument of jsonpath item method .double() is out of range for type double precision");
            }
            return item;
        }
        if (!(item instanceof Jsonb.Str(Utf8 string))) {
            throw error(
                    SqlState.NON_NUMERIC_SQL_JSON_ITEM,
                    "jsonpath item method .double() can only be applied to a string or numeric value");
        }
        String text = string.toString().strip();
        double value = text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")
                ? Double.parseDouble(text)
                : Double.NaN;
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw error(
                    SqlState.NON_NUMERIC_SQL_JSON_ITEM,
                    "string argument of jsonpath item method .double() is not a valid representation of a double"
                            + " precision number");
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value))
                .round(new MathContext(15))
                .stripTrailingZeros();
        return new Jsonb.Num(decimal.scale() < 0 ? decimal.setScale(0) : decimal);
    }
}
