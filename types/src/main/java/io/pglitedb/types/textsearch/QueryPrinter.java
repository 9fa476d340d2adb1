package io.pglitedb.types.textsearch;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.textsearch.QueryTree.Operator;
import io.pglitedb.types.value.TsQuery.And;
import io.pglitedb.types.value.TsQuery.Node;
import io.pglitedb.types.value.TsQuery.Not;
import io.pglitedb.types.value.TsQuery.Operand;
import io.pglitedb.types.value.TsQuery.Or;
import io.pglitedb.types.value.TsQuery.Pair;
import io.pglitedb.types.value.TsQuery.Phrase;

/// Prints a query with as few parentheses as its meaning needs.
final class QueryPrinter {
    private final ByteWriter out;

    private QueryPrinter(ByteWriter out) {
        this.out = out;
    }

    /// Nothing for the empty query.
    static void print(Node root, ByteWriter out) {
        if (root != null) {
            new QueryPrinter(out).print(root, 0, false);
        }
    }

    /// @param rightOfPhrase a phrase there is not the same as one to the left
    private void print(Node node, int parentPriority, boolean rightOfPhrase) {
        switch (node) {
            case Operand operand -> print(operand);
            case Not(Node operand) -> {
                boolean parentheses = Operator.NOT.priority() < parentPriority;
                out.putAscii(parentheses ? "( !" : "!");
                print(operand, Operator.NOT.priority(), false);
                out.putAscii(parentheses ? " )" : "");
            }
            case Pair pair -> {
                int priority = operator(pair).priority();
                boolean parentheses = priority < parentPriority || rightOfPhrase && pair instanceof Phrase;
                out.putAscii(parentheses ? "( " : "");
                print(pair.left(), priority, false);
                printSign(pair);
                print(pair.right(), priority, pair instanceof Phrase);
                out.putAscii(parentheses ? " )" : "");
            }
        }
    }

    private static Operator operator(Pair pair) {
        return switch (pair) {
            case And _ -> Operator.AND;
            case Or _ -> Operator.OR;
            case Phrase _ -> Operator.PHRASE;
        };
    }

    private void printSign(Pair pair) {
        switch (pair) {
            case And _ -> out.putAscii(" & ");
            case Or _ -> out.putAscii(" | ");
            case Phrase(Node _, Node _, int distance) -> {
                if (distance == 1) {
                    out.putAscii(" <-> ");
                } else {
                    out.putAscii(" <").putDecimal(distance).putAscii("> ");
                }
            }
        }
    }

    private void print(Operand operand) {
        TsVectorType.printWord(operand.lexeme(), out);
        if (operand.prefix() || operand.weights() != 0) {
            out.putAscii(operand.prefix() ? ":*" : ":");
            for (int weight = 3; weight >= 0; weight--) {
                if ((operand.weights() >> weight & 1) != 0) {
                    out.putByte('D' - weight);
                }
            }
        }
    }
}
