package io.pglitedb.planner.optimizer.selectivity;

import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.planner.optimizer.expression.ConstantFolding;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// Rows that match LIKE or a regular expression: the pattern tried on the common values and on the histogram,
/// else what the pattern begins with as a range. Source: PostgreSQL's patternsel_common and like_selectivity.
final class PatternSelectivity {
    private static final int DEFAULT_COLLATION = 100; // OID
    private static final int HISTOGRAM_MIN = 10;
    private static final int HISTOGRAM_TRUSTED = 100;
    private static final double ANY_CHARACTER = 0.9;
    private static final double FIXED_CHARACTER = 0.2;
    private static final double WILDCARD = 5;
    private static final double SMALLEST = 0.0001;

    private final EqualSelectivity equal;
    private final RangeSelectivity range;
    private final ConstantFolding folding;

    PatternSelectivity(EqualSelectivity equal, RangeSelectivity range, ConstantFolding folding) {
        this.equal = equal;
        this.range = range;
        this.folding = folding;
    }

    /// @param operator that matches, not its negator
    double of(Selectivity.Comparison comparison, OperatorDef operator) {
        ColumnFacts facts = comparison.facts();
        if (!(comparison.value() instanceof Utf8 pattern) || operator == null) {
            return Selectivity.DEFAULT_EQUAL;
        }
        Pattern parsed = Pattern.of(pattern.toString(), operator.name());
        if (parsed.exact) {
            return equal.toConstant(facts, Utf8.of(parsed.prefix));
        }
        if (!facts.analyzed()) {
            return byPattern(facts, parsed);
        }
        double others = Math.max(0, 1 - facts.nullShare() - facts.commonShare());
        double share = 0;
        for (int i = 0; i < facts.common().size(); i++) {
            share += matches(operator, facts.common().get(i), comparison) ? facts.shares()[i] : 0;
        }
        double rest = byHistogram(facts, comparison, operator, parsed);
        return share + rest * others;
    }

    private double byHistogram(
            ColumnFacts facts, Selectivity.Comparison comparison, OperatorDef operator, Pattern parsed) {
        List<Object> bounds = facts.histogram();
        double guess = byPattern(facts, parsed);
        if (bounds.size() < HISTOGRAM_MIN) {
            return guess;
        }
        int matching = 0;
        for (Object bound : bounds.subList(1, bounds.size() - 1)) {
            matching += matches(operator, bound, comparison) ? 1 : 0;
        }
        double share = (double) matching / (bounds.size() - 2);
        double trust = Math.min(1, (double) bounds.size() / HISTOGRAM_TRUSTED);
        return Math.clamp(share * trust + guess * (1 - trust), SMALLEST, 1 - SMALLEST);
    }

    private boolean matches(OperatorDef operator, Object value, Selectivity.Comparison comparison) {
        Expr call = folding.fold(new Expr.OperatorCall(
                operator.oid(),
                operator.function(),
                List.of(
                        new Expr.Const(value, operator.leftType(), -1, DEFAULT_COLLATION, Origin.NONE),
                        new Expr.Const(comparison.value(), operator.rightType(), -1, DEFAULT_COLLATION, Origin.NONE)),
                false,
                Expr.BOOL,
                0,
                DEFAULT_COLLATION,
                Origin.NONE));
        return call instanceof Expr.Const constant && Boolean.TRUE.equals(constant.value());
    }

    private double byPattern(ColumnFacts facts, Pattern pattern) {
        double prefix = 1;
        if (!pattern.prefix.isEmpty()) {
            Utf8 low = Utf8.of(pattern.prefix);
            Utf8 high = Utf8.of(after(pattern.prefix));
            double from = range.of(facts, low, true, true);
            double to = range.of(facts, high, false, false);
            boolean known = facts.analyzed() && !facts.histogram().isEmpty();
            prefix = known ? Math.max(from + to - 1 + facts.nullShare(), 0) : Selectivity.DEFAULT_BETWEEN;
            prefix = Math.max(prefix, equal.toUnknown(facts));
        }
        return Math.clamp(prefix * pattern.rest, 0, 1);
    }

    private static String after(String prefix) {
        int last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }

    /// @param prefix what every match begins with
    /// @param exact whether nothing but the prefix matches
    /// @param rest share of those with the prefix that match
    private record Pattern(String prefix, boolean exact, double rest) {
        static Pattern of(String pattern, String operator) {
            return switch (operator) {
                case "~~" -> like(pattern, true);
                case "~~*" -> like(pattern, false);
                case "^@" -> new Pattern(pattern, false, 1);
                case "~" -> regex(pattern);
                default -> new Pattern("", false, regexRest(pattern, 0));
            };
        }

        private static Pattern like(String pattern, boolean caseSensitive) {
            StringBuilder prefix = new StringBuilder();
            int place = 0;
            while (caseSensitive && place < pattern.length() && "%_".indexOf(pattern.charAt(place)) < 0) {
                if (pattern.charAt(place) == '\\' && place + 1 < pattern.length()) {
                    place++;
                }
                prefix.append(pattern.charAt(place++));
            }
            double rest = 1;
            for (int i = place; i < pattern.length(); i++) {
                rest *= switch (pattern.charAt(i)) {
                    case '%' -> i == place ? 1 : WILDCARD;
                    case '_' -> ANY_CHARACTER;
                    default -> FIXED_CHARACTER;
                };
            }
            return new Pattern(prefix.toString(), caseSensitive && place == pattern.length(), Math.min(1, rest));
        }

        private static Pattern regex(String pattern) {
            if (!pattern.startsWith("^")) {
                return new Pattern("", false, regexRest(pattern, 0));
            }
            int end = 1;
            while (end < pattern.length()
                    && (Character.isLetterOrDigit(pattern.charAt(end)) || pattern.charAt(end) == ' ')) {
                end++;
            }
            boolean exact = end == pattern.length() - 1 && pattern.charAt(end) == '$';
            if (end < pattern.length() && "*?{+".indexOf(pattern.charAt(end)) >= 0 && end > 1) {
                end--;
            }
            return pattern.indexOf('|') >= 0
                    ? new Pattern("", false, regexRest(pattern, 0))
                    : new Pattern(pattern.substring(1, end), exact, exact ? 1 : regexRest(pattern, end));
        }

        private static double regexRest(String pattern, int from) {
            double rest = 1;
            for (int i = from; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                rest *= switch (c) {
                    case '.' -> ANY_CHARACTER;
                    case '*', '+', '?' -> 2;
                    default -> Character.isLetterOrDigit(c) ? FIXED_CHARACTER : 1;
                };
            }
            return Math.min(1, rest);
        }
    }
}
