package io.pglitedb.executor.row.expression;

import io.pglitedb.types.value.Utf8;
import java.util.Map;

/// The comparisons that nearly every query makes, without the way through a method handle: int4, int8 and text.
abstract class ComparisonEvaluator implements Evaluator {
    private static final int LESS = 1;
    private static final int EQUAL = 2;
    private static final int GREATER = 4;

    private enum Carrier {
        INT4,
        INT8,
        TEXT
    }

    private record Kind(Carrier carrier, int accepted) {}

    /// By `prosrc`.
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("int4eq", new Kind(Carrier.INT4, EQUAL)),
            Map.entry("int4ne", new Kind(Carrier.INT4, LESS | GREATER)),
            Map.entry("int4lt", new Kind(Carrier.INT4, LESS)),
            Map.entry("int4le", new Kind(Carrier.INT4, LESS | EQUAL)),
            Map.entry("int4gt", new Kind(Carrier.INT4, GREATER)),
            Map.entry("int4ge", new Kind(Carrier.INT4, GREATER | EQUAL)),
            Map.entry("int8eq", new Kind(Carrier.INT8, EQUAL)),
            Map.entry("int8ne", new Kind(Carrier.INT8, LESS | GREATER)),
            Map.entry("int8lt", new Kind(Carrier.INT8, LESS)),
            Map.entry("int8le", new Kind(Carrier.INT8, LESS | EQUAL)),
            Map.entry("int8gt", new Kind(Carrier.INT8, GREATER)),
            Map.entry("int8ge", new Kind(Carrier.INT8, GREATER | EQUAL)),
            Map.entry("texteq", new Kind(Carrier.TEXT, EQUAL)),
            Map.entry("textne", new Kind(Carrier.TEXT, LESS | GREATER)));

    private final Evaluator left;
    private final Evaluator right;
    private final int accepted;

    private ComparisonEvaluator(Evaluator left, Evaluator right, int accepted) {
        this.left = left;
        this.right = right;
        this.accepted = accepted;
    }

    /// Null when the function is none of these.
    static Evaluator find(String prosrc, Evaluator left, Evaluator right) {
        Kind kind = KINDS.get(prosrc);
        if (kind == null) {
            return null;
        }
        return switch (kind.carrier) {
            case INT4 -> new Int4(left, right, kind.accepted);
            case INT8 -> new Int8(left, right, kind.accepted);
            case TEXT -> new TextEquality(left, right, kind.accepted);
        };
    }

    /// `LESS`, `EQUAL` or `GREATER`.
    abstract int order(Object leftValue, Object rightValue);

    @Override
    public final Object evaluate(Object[] row) {
        Object leftValue = left.evaluate(row);
        if (leftValue == null) {
            return null;
        }
        Object rightValue = right.evaluate(row);
        if (rightValue == null) {
            return null;
        }
        return (order(leftValue, rightValue) & accepted) != 0;
    }

    private static final class Int4 extends ComparisonEvaluator {
        Int4(Evaluator left, Evaluator right, int accepted) {
            super(left, right, accepted);
        }

        @Override
        int order(Object leftValue, Object rightValue) {
            int a = (Integer) leftValue;
            int b = (Integer) rightValue;
            return a < b ? LESS : a == b ? EQUAL : GREATER;
        }
    }

    private static final class Int8 extends ComparisonEvaluator {
        Int8(Evaluator left, Evaluator right, int accepted) {
            super(left, right, accepted);
        }

        @Override
        int order(Object leftValue, Object rightValue) {
            long a = (Long) leftValue;
            long b = (Long) rightValue;
            return a < b ? LESS : a == b ? EQUAL : GREATER;
        }
    }

    /// Whether equal only: unequal texts count as LESS.
    private static final class TextEquality extends ComparisonEvaluator {
        TextEquality(Evaluator left, Evaluator right, int accepted) {
            super(left, right, accepted);
        }

        @Override
        int order(Object leftValue, Object rightValue) {
            return ((Utf8) leftValue).equals(rightValue) ? EQUAL : LESS;
        }
    }
}
