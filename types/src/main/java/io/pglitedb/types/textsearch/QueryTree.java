package io.pglitedb.types.textsearch;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.TsQuery.And;
import io.pglitedb.types.value.TsQuery.Node;
import io.pglitedb.types.value.TsQuery.Not;
import io.pglitedb.types.value.TsQuery.Operand;
import io.pglitedb.types.value.TsQuery.Or;
import io.pglitedb.types.value.TsQuery.Pair;
import io.pglitedb.types.value.TsQuery.Phrase;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayDeque;
import java.util.Deque;

/// Builds a query from operands and operators in postfix order, then takes out the stop words.
final class QueryTree {
    /// Positions that a phrase operator may span.
    static final int DISTANCE_MAX = 1 << 14;

    private static final int WORD_BYTES_MAX = 2046;

    enum Operator {
        OR(1),
        AND(2),
        PHRASE(3),
        NOT(4);

        private final int priority;

        Operator(int priority) {
            this.priority = priority;
        }

        int priority() {
            return priority;
        }
    }

    /// Stands where a stop word was; known by identity.
    private static final Node STOP_WORD = new Operand(Utf8.EMPTY, 0, false);

    private final Deque<Node> stack = new ArrayDeque<>();
    private boolean hasStopWords;

    void push(Utf8 lexeme, int weights, boolean prefix) {
        if (lexeme.length() > WORD_BYTES_MAX) {
            throw new PgException(SqlState.PROGRAM_LIMIT_EXCEEDED, "word is too long in tsquery: \"" + lexeme + "\"");
        }
        stack.push(new Operand(lexeme, weights, prefix));
    }

    void pushStopWord() {
        hasStopWords = true;
        stack.push(STOP_WORD);
    }

    /// Takes its operands from the stack.
    void push(Operator operator, int distance) {
        Node right = stack.pop();
        stack.push(
                switch (operator) {
                    case NOT -> new Not(right);
                    case AND -> new And(stack.pop(), right);
                    case OR -> new Or(stack.pop(), right);
                    case PHRASE -> new Phrase(stack.pop(), right, distance);
                });
    }

    boolean isEmpty() {
        return stack.isEmpty();
    }

    /// Null when nothing but stop words is left.
    Node build() {
        return hasStopWords ? clean(stack.pop()).node : stack.pop();
    }

    /// What is left of a tree without its stop words.
    ///
    /// @param node null for nothing
    /// @param addLeft positions that a phrase operator to the left must add, as stop words took them up
    /// @param addRight the same to the right
    private record Cleaned(Node node, int addLeft, int addRight) {}

    private static Cleaned clean(Node node) {
        return switch (node) {
            case Operand _ -> new Cleaned(node == STOP_WORD ? null : node, 0, 0);
            case Not(Node operand) -> {
                Cleaned inner = clean(operand);
                yield new Cleaned(inner.node == null ? null : new Not(inner.node), inner.addLeft, inner.addRight);
            }
            case Phrase(Node left, Node right, int distance) -> cleanPhrase(clean(left), clean(right), distance);
            case Pair pair -> cleanPair(pair, clean(pair.left()), clean(pair.right()));
        };
    }

    private static Cleaned cleanPhrase(Cleaned left, Cleaned right, int distance) {
        if (left.node == null && right.node == null) {
            int gone = left.addLeft + distance + right.addLeft;
            return new Cleaned(null, gone, gone);
        }
        if (left.node == null) {
            return new Cleaned(right.node, left.addLeft + distance + right.addLeft, right.addRight);
        }
        if (right.node == null) {
            return new Cleaned(left.node, left.addLeft, left.addRight + distance + right.addRight);
        }
        int corrected = distance + left.addRight + right.addLeft;
        return new Cleaned(new Phrase(left.node, right.node, corrected), left.addLeft, right.addRight);
    }

    private static Cleaned cleanPair(Pair pair, Cleaned left, Cleaned right) {
        if (left.node == null && right.node == null) {
            int gone = Math.max(left.addLeft, right.addLeft);
            return new Cleaned(null, gone, gone);
        }
        if (left.node == null) {
            return right;
        }
        if (right.node == null) {
            return left;
        }
        Node cleaned = pair instanceof And ? new And(left.node, right.node) : new Or(left.node, right.node);
        return new Cleaned(cleaned, 0, 0);
    }
}
