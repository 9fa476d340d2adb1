package io.pglitedb.types.money;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// cash_words: an amount in English.
public final class MoneyWords {
    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] GROUPS = {"", "thousand", "million", "billion", "trillion", "quadrillion"};

    private MoneyWords() {}

    @Prosrc("cash_words")
    public static Utf8 words(long value) {
        StringBuilder out = new StringBuilder(value < 0 ? "minus " : "");
        long cents = Math.absExact(value == Long.MIN_VALUE ? value + 1 : value) + (value == Long.MIN_VALUE ? 1 : 0);
        long dollars = Long.divideUnsigned(cents, 100);
        if (dollars == 0) {
            out.append("zero");
        }
        long unit = 1_000_000_000_000_000L;
        for (int group = GROUPS.length - 1; group >= 0; group--, unit /= 1000) {
            int number = (int) (dollars / unit % 1000);
            if (number > 0) {
                out.append(number(number));
                if (group > 0) {
                    out.append(' ').append(GROUPS[group]).append(' ');
                }
            }
        }
        int rest = (int) Long.remainderUnsigned(cents, 100);
        out.append(dollars == 1 ? " dollar and " : " dollars and ").append(number(rest));
        out.append(rest == 1 ? " cent" : " cents");
        out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
        return Utf8.of(out.toString());
    }

    /// Below 1000.
    private static String number(int value) {
        if (value <= 20) {
            return SMALL[value];
        }
        String hundreds = value > 99 ? SMALL[value / 100] + " hundred" : "";
        int rest = value % 100;
        if (rest == 0) {
            return hundreds;
        }
        String tail = rest % 10 == 0 && rest > 10
                ? TENS[rest / 10]
                : rest < 20 ? SMALL[rest] : TENS[rest / 10] + " " + SMALL[rest % 10];
        if (hundreds.isEmpty()) {
            return tail;
        }
        return hundreds + (rest < 20 && !(rest % 10 == 0 && rest > 10) ? " and " : " ") + tail;
    }
}
