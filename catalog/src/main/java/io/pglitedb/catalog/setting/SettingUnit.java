package io.pglitedb.catalog.setting;

import java.util.LinkedHashMap;
import java.util.Map;

/// Units a number may be written in, and the one it is kept in. Source: PostgreSQL's `guc.c`.
///
/// @param text as pg_settings shows it
/// @param multipliers how many of the kept unit one of that name is; largest first
public record SettingUnit(String text, Map<String, Double> multipliers, String hint) {
    static SettingUnit of(String text) {
        Map<String, Double> multipliers = new LinkedHashMap<>();
        double milliseconds = switch (text) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "min" -> 60_000;
            default -> 0;
        };
        if (milliseconds > 0) {
            multipliers.put("d", 86_400_000 / milliseconds);
            multipliers.put("h", 3_600_000 / milliseconds);
            multipliers.put("min", 60_000 / milliseconds);
            multipliers.put("s", 1_000 / milliseconds);
            multipliers.put("ms", 1 / milliseconds);
            multipliers.put("us", 1 / (1_000 * milliseconds));
            return new SettingUnit(
                    text,
                    multipliers,
                    "Valid units for this parameter are \"us\", \"ms\", \"s\", \"min\", \"h\", and \"d\".");
        }
        double bytes = switch (text) {
            case "B" -> 1;
            case "kB" -> 1L << 10;
            case "8kB" -> 1L << 13;
            case "MB" -> 1L << 20;
            default -> throw new IllegalArgumentException("unit " + text);
        };
        multipliers.put("TB", (1L << 40) / bytes);
        multipliers.put("GB", (1L << 30) / bytes);
        multipliers.put("MB", (1L << 20) / bytes);
        multipliers.put("kB", (1L << 10) / bytes);
        multipliers.put("B", 1 / bytes);
        return new SettingUnit(
                text, multipliers, "Valid units for this parameter are \"B\", \"kB\", \"MB\", \"GB\", and \"TB\".");
    }

    /// Rounds to whole numbers of the next smaller unit, so that 0.1GB is a number of MB. Null when there is no such
    /// unit.
    Double toKept(double number, String unit) {
        Double multiplier = multipliers.get(unit);
        if (multiplier == null) {
            return null;
        }
        boolean found = false;
        for (Map.Entry<String, Double> entry : multipliers.entrySet()) {
            if (found) {
                return Math.rint(number * multiplier / entry.getValue()) * entry.getValue();
            }
            found = entry.getKey().equals(unit);
        }
        return number * multiplier;
    }

    String printInteger(long number) {
        for (Map.Entry<String, Double> entry : multipliers.entrySet()) {
            double multiplier = entry.getValue();
            if (multiplier <= 1 || number % (long) multiplier == 0) {
                return Math.round(number / multiplier) + entry.getKey();
            }
        }
        throw new IllegalStateException(text);
    }

    String printReal(double number) {
        String unit = text;
        double shown = number;
        for (Map.Entry<String, Double> entry : multipliers.entrySet()) {
            shown = number / entry.getValue();
            unit = entry.getKey();
            if (Math.abs(Math.rint(shown) / shown - 1) <= 1e-8) {
                break;
            }
        }
        return NumberText.print(shown) + unit;
    }
}
