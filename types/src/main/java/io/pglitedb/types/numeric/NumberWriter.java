package io.pglitedb.types.numeric;

import io.pglitedb.types.numeric.NumberTemplate.Node;
import io.pglitedb.types.numeric.NumberTemplate.Pattern;
import io.pglitedb.types.numeric.NumberTemplate.SignPlace;
import io.pglitedb.types.template.Ordinals;
import java.util.Locale;

/// to_char of a number whose digits are known. Source of the rules: PostgreSQL 15, `NUM_processor`; the marks are
/// those of locale "C".
final class NumberWriter {
    private static final int ROMAN_WIDTH = 15;

    private final NumberTemplate template;
    /// Digits, a point among them; what does not fit is `#`.
    private final String number;
    private final int fractionDigits;
    /// `+`, `-`, 0 for none.
    private final char sign;
    /// Places before the first digit.
    private final int leading;
    private final boolean brackets;
    private final SignPlace signPlace;
    private final StringBuilder out = new StringBuilder();
    /// Index of the last digit that FM keeps, or of the point; -1 when all are kept.
    private final int lastRelevant;
    /// Digits and the point among the template's patterns, counted as PostgreSQL does.
    private final int lastPlace;
    private boolean signWritten;
    private int at;
    private int place;
    private boolean insideNumber;

    /// @param integerDigits before the point, those of V among them
    /// @param fractionDigits behind the point, as many as the number's type has
    NumberWriter(
            NumberTemplate template, int integerDigits, int fractionDigits, String number, char sign, int leading) {
        this.template = template;
        this.fractionDigits = fractionDigits;
        this.number = number;
        this.sign = sign;
        this.leading = leading;
        boolean signed = template.plus || template.minus;
        this.brackets = template.brackets && (signed || sign == '-' || !template.fill);
        if (signed) {
            this.signWritten = !template.plus || template.minus;
            this.signPlace = template.sign;
        } else {
            this.signWritten = sign == '+' && template.fill && !template.hasLocalSign();
            this.signPlace = template.sign == SignPlace.BEFORE && integerDigits == template.digitsBeforeSign
                    ? SignPlace.BEHIND
                    : template.sign;
        }
        this.lastRelevant = template.fill && template.point ? lastRelevant() : -1;
        int digits = integerDigits + fractionDigits - 1 + (!signWritten && leading == 0 ? 1 : 0);
        this.lastPlace = digits + (leading > 0 ? 1 : 0) + (template.point ? 1 : 0);
    }

    /// A 0 in the template keeps the digits up to it.
    private int lastRelevant() {
        int result = number.indexOf('.');
        if (result < 0) {
            return -1;
        }
        for (int i = result + 1; i < number.length(); i++) {
            result = number.charAt(i) != '0' ? i : result;
        }
        if (template.zeroEnd > leading) {
            result = Math.max(result, Math.min(number.length() - 1, template.zeroEnd - leading));
        }
        return result;
    }

    String write() {
        for (Node node : template.nodes) {
            if (node.pattern() == null) {
                out.append(node.text());
            } else {
                put(node);
            }
        }
        return out.toString();
    }

    private void put(Node node) {
        switch (node.pattern()) {
            case NINE, ZERO, POINT, LOCAL_POINT -> digit(node.pattern());
            case COMMA, GROUP -> {
                if (insideNumber) {
                    out.append(',');
                } else if (!template.fill) {
                    out.append(' ');
                }
            }
            case CURRENCY -> out.append(' ');
            case ORDINAL -> {
                if (number.charAt(0) != '#' && sign != '-' && !template.point) {
                    out.append(Ordinals.ending(number, node.text().equals("TH")));
                }
            }
            case MINUS -> putOrBlank('-');
            case PLUS -> putOrBlank('+');
            case SIGN -> out.append(sign);
            case BLANK, CURRENCY_PLACE, EXPONENT, FILL, BRACKETS, SPELLED, LOCAL_SIGN, SHIFT, ROMAN -> {}
        }
    }

    private void putOrBlank(char wanted) {
        if (sign == wanted) {
            out.append(wanted);
        } else if (!template.fill) {
            out.append(' ');
        }
    }

    private boolean lastRelevantIsPoint() {
        return lastRelevant >= 0 && number.charAt(lastRelevant) == '.';
    }

    /// 0.1 in 9.9 is ` .1`.
    private boolean isHiddenZero() {
        return !template.zero && at == 0 && number.startsWith("0") && fractionDigits != 0;
    }

    private void digit(Pattern pattern) {
        insideNumber = false;
        boolean zeros = template.zero && template.zeroStart <= place;
        if (!signWritten
                && (place >= leading || template.zero && template.zeroStart == place)
                && (!isHiddenZero() || lastRelevantIsPoint())) {
            leadingSign();
        }
        if (place < leading && !zeros) {
            blank();
        } else if (place < leading) {
            out.append('0');
            insideNumber = true;
        } else {
            numberCharacter(pattern);
        }
        int end = lastRelevant >= 0 && lastRelevant == at ? place : lastPlace;
        if (place + 1 == end) {
            trailingSign();
        }
        place++;
    }

    private void blank() {
        if (!template.fill) {
            out.append(' ');
        }
    }

    private void leadingSign() {
        if (signPlace == SignPlace.BEFORE) {
            out.append(sign == '-' ? '-' : '+');
            signWritten = true;
        } else if (signPlace == SignPlace.BEHIND) {
            return;
        } else if (brackets) {
            out.append(sign == '+' ? ' ' : '<');
            signWritten = true;
        } else if (sign == '+') {
            blank();
            signWritten = true;
        } else if (sign == '-') {
            out.append('-');
            signWritten = true;
        }
    }

    private void trailingSign() {
        if (signWritten && brackets) {
            out.append(sign == '+' ? ' ' : '>');
        } else if (signPlace == SignPlace.BEHIND) {
            out.append(sign == '-' ? '-' : '+');
        }
    }

    private void numberCharacter(Pattern pattern) {
        if (at >= number.length()) {
            // PostgreSQL writes its string's end here, and so nothing.
            return;
        }
        char c = number.charAt(at);
        if (c == '.') {
            if (!lastRelevantIsPoint() || template.fill) {
                out.append('.');
            }
        } else if (lastRelevant < 0 || at <= lastRelevant || pattern == Pattern.ZERO) {
            if (!isHiddenZero()) {
                out.append(c);
                insideNumber = true;
            } else if (!template.fill) {
                out.append(' ');
            } else if (lastRelevantIsPoint()) {
                out.append('0');
            }
        }
        at++;
    }

    /// With RN only literals and the numeral are written.
    static String roman(NumberTemplate template, String numeral) {
        StringBuilder out = new StringBuilder();
        for (Node node : template.nodes) {
            if (node.pattern() == null) {
                out.append(node.text());
            } else if (node.pattern() == Pattern.ROMAN) {
                String cased = node.text().equals("RN") ? numeral : numeral.toLowerCase(Locale.ROOT);
                out.append(template.fill ? cased : ("%" + ROMAN_WIDTH + "s").formatted(cased));
            } else {
                romanBlank(template, node.pattern(), out);
            }
        }
        return out.toString();
    }

    private static void romanBlank(NumberTemplate template, Pattern pattern, StringBuilder out) {
        switch (pattern) {
            case COMMA, GROUP, MINUS, PLUS -> {
                if (!template.fill) {
                    out.append(' ');
                }
            }
            case CURRENCY -> out.append(' ');
            default -> {}
        }
    }
}
