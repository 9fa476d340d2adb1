package io.pglitedb.types.value;

import java.util.ArrayList;
import java.util.List;

/// The carrier of tsquery.
///
/// @param root null for the empty query
public record TsQuery(Node root) {
    public static final TsQuery EMPTY = new TsQuery(null);

    public sealed interface Node {}

    /// A lexeme to look for.
    ///
    /// @param weights bit 0 (D) … bit 3 (A), 0 for any
    /// @param prefix words that start with it count, too
    public record Operand(Utf8 lexeme, int weights, boolean prefix) implements Node {
        public boolean matches(Utf8 word) {
            return prefix
                    ? word.length() >= lexeme.length()
                            && word.slice(0, lexeme.length()).equals(lexeme)
                    : word.equals(lexeme);
        }
    }

    public record Not(Node operand) implements Node {}

    /// An operator with two operands.
    public sealed interface Pair extends Node {
        Node left();

        Node right();
    }

    public record And(Node left, Node right) implements Pair {}

    public record Or(Node left, Node right) implements Pair {}

    /// @param distance positions from left to right, 0 … 16384
    public record Phrase(Node left, Node right, int distance) implements Pair {}

    public boolean isEmpty() {
        return root == null;
    }

    /// Nodes of the tree.
    public int size() {
        return size(root);
    }

    private static int size(Node node) {
        return switch (node) {
            case null -> 0;
            case Operand _ -> 1;
            case Not(Node operand) -> 1 + size(operand);
            case Pair pair -> 1 + size(pair.left()) + size(pair.right());
        };
    }

    /// In the order of PostgreSQL's representation: the right side of an operator first.
    public List<Operand> operands() {
        List<Operand> operands = new ArrayList<>();
        collect(root, operands);
        return operands;
    }

    private static void collect(Node node, List<Operand> operands) {
        switch (node) {
            case null -> {}
            case Operand operand -> operands.add(operand);
            case Not(Node operand) -> collect(operand, operands);
            case Pair pair -> {
                collect(pair.right(), operands);
                collect(pair.left(), operands);
            }
        }
    }
}
