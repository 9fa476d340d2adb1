package io.pglitedb.types.numeric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.template.LiteralScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The second argument of to_char of numbers and of to_number. Source of the rules: PostgreSQL 15,
/// `NUMDesc_prepare`. Immutable once parsed, shared by a small cache.
final class NumberTemplate {
    enum Pattern {
        COMMA(","),
        POINT("."),
        ZERO("0"),
        NINE("9"),
        BLANK("B", "b"),
        CURRENCY_PLACE("C", "c"),
        LOCAL_POINT("D", "d"),
        EXPONENT("EEEE", "eeee"),
        FILL("FM", "fm"),
        GROUP("G", "g"),
        CURRENCY("L", "l"),
        MINUS("MI", "mi"),
        PLUS("PL", "pl"),
        BRACKETS("PR", "pr"),
        ROMAN("RN", "rn"),
        SIGN("SG", "sg"),
        SPELLED("SP", "sp"),
        LOCAL_SIGN("S", "s"),
        ORDINAL("TH", "th"),
        SHIFT("V", "v");

        private final String[] texts;

        Pattern(String... texts) {
            this.texts = texts;
        }
    }

    /// @param pattern null for a literal character
    /// @param text as it was written
    record Node(Pattern pattern, String text) {}

    /// Where S stands.
    enum SignPlace {
        NONE,
        BEFORE,
        BEHIND
    }

    private static final int CACHED = 256;
    private static final int LONGEST_PATTERN = 4;
    private static final Map<String, Pattern> PATTERNS = patterns();
    private static final Map<String, NumberTemplate> CACHE = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NumberTemplate> eldest) {
            return size() > CACHED;
        }
    };

    final List<Node> nodes = new ArrayList<>();
    /// Digits before the point.
    int integerDigits;
    /// Digits behind it.
    int fractionDigits;
    /// Digits behind V.
    int shift;
    /// Number of the first 0 among the digits, from 0; meaningful when `zero`.
    int zeroStart;
    /// Number of digits up to the last 0.
    int zeroEnd;
    boolean zero;
    boolean point;
    boolean fill;
    boolean minus;
    boolean plus;
    boolean brackets;
    boolean roman;
    boolean exponent;
    private boolean blank;
    private boolean multiplied;
    SignPlace sign = SignPlace.NONE;
    /// Digits before S.
    int digitsBeforeSign;

    private NumberTemplate() {}

    private static Map<String, Pattern> patterns() {
        Map<String, Pattern> known = new HashMap<>();
        for (Pattern pattern : Pattern.values()) {
            for (String text : pattern.texts) {
                known.put(text, pattern);
            }
        }
        return known;
    }

    /// 42601 when patterns contradict each other.
    static NumberTemplate parse(String text) {
        synchronized (CACHE) {
            NumberTemplate known = CACHE.get(text);
            if (known == null) {
                known = new NumberTemplate();
                known.read(text);
                CACHE.put(text, known);
            }
            return known;
        }
    }

    boolean isShifted() {
        return multiplied;
    }

    boolean hasLocalSign() {
        return sign != SignPlace.NONE;
    }

    private void read(String text) {
        int at = 0;
        while (at < text.length()) {
            String found = patternAt(text, at);
            if (found != null) {
                at += found.length();
                Pattern pattern = PATTERNS.get(found);
                prepare(pattern);
                nodes.add(new Node(pattern, found));
            } else {
                at = LiteralScanner.scan(
                        text, at, quoted -> nodes.add(new Node(null, quoted)), bare -> nodes.add(new Node(null, bare)));
            }
        }
    }

    private static String patternAt(String text, int at) {
        for (int length = Math.min(LONGEST_PATTERN, text.length() - at); length > 0; length--) {
            String candidate = text.substring(at, at + length);
            if (PATTERNS.containsKey(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static void refuseWhen(boolean wrong, String message) {
        if (wrong) {
            throw new PgException(SqlState.SYNTAX_ERROR, message);
        }
    }

    private void prepare(Pattern pattern) {
        refuseWhen(exponent && pattern != Pattern.EXPONENT, "\"EEEE\" must be the last pattern used");
        switch (pattern) {
            case NINE -> nine();
            case ZERO -> zero();
            case BLANK -> blank |= integerDigits == 0 && fractionDigits == 0 && !zero;
            case POINT, LOCAL_POINT -> {
                refuseWhen(point, "multiple decimal points");
                refuseWhen(multiplied, "cannot use \"V\" and decimal point together");
                point = true;
            }
            case FILL -> fill = true;
            case LOCAL_SIGN -> localSign();
            case MINUS -> {
                refuseWhen(hasLocalSign(), "cannot use \"S\" and \"MI\" together");
                minus = true;
            }
            case PLUS -> {
                refuseWhen(hasLocalSign(), "cannot use \"S\" and \"PL\" together");
                plus = true;
            }
            case SIGN -> {
                refuseWhen(hasLocalSign(), "cannot use \"S\" and \"SG\" together");
                minus = true;
                plus = true;
            }
            case BRACKETS -> {
                refuseWhen(
                        hasLocalSign() || plus || minus, "cannot use \"PR\" and \"S\"/\"PL\"/\"MI\"/\"SG\" together");
                brackets = true;
            }
            case ROMAN -> roman = true;
            case SHIFT -> {
                refuseWhen(point, "cannot use \"V\" and decimal point together");
                multiplied = true;
            }
            case EXPONENT -> exponent();
            case COMMA, GROUP, CURRENCY, CURRENCY_PLACE, SPELLED, ORDINAL -> {}
        }
    }

    private void nine() {
        refuseWhen(brackets, "\"9\" must be ahead of \"PR\"");
        if (multiplied) {
            shift++;
        } else if (point) {
            fractionDigits++;
        } else {
            integerDigits++;
        }
    }

    private void zero() {
        refuseWhen(brackets, "\"0\" must be ahead of \"PR\"");
        if (!zero && !point) {
            zero = true;
            zeroStart = integerDigits;
        }
        if (point) {
            fractionDigits++;
        } else {
            integerDigits++;
        }
        zeroEnd = integerDigits + fractionDigits;
    }

    private void localSign() {
        refuseWhen(hasLocalSign(), "cannot use \"S\" twice");
        refuseWhen(plus || minus || brackets, "cannot use \"S\" and \"PL\"/\"MI\"/\"SG\"/\"PR\" together");
        if (point) {
            sign = SignPlace.BEHIND;
        } else {
            sign = SignPlace.BEFORE;
            digitsBeforeSign = integerDigits;
        }
    }

    private void exponent() {
        refuseWhen(exponent, "cannot use \"EEEE\" twice");
        if (blank || fill || hasLocalSign() || brackets || minus || plus || roman || multiplied) {
            throw new PgException(SqlState.SYNTAX_ERROR, "\"EEEE\" is incompatible with other formats")
                    .detail("\"EEEE\" may only be used together with digit and decimal point patterns.");
        }
        exponent = true;
    }
}
