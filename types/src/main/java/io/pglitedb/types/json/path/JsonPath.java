package io.pglitedb.types.json.path;

import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// The carrier of jsonpath: an expression and its mode.
public record JsonPath(boolean strict, Node root) {
    @Override
    public String toString() {
        return PathPrinter.print(this);
    }

    /// An expression; a `Predicate` is one whose value is true, false or unknown.
    public sealed interface Node {}

    public sealed interface Predicate extends Node {}

    /// `$`
    public record Root() implements Node {}

    /// `@`
    public record Current() implements Node {}

    /// `last`
    public record Last() implements Node {}

    public record Variable(Utf8 name) implements Node {}

    /// A scalar.
    public record Literal(Jsonb value) implements Node {}

    public record Chain(Node head, List<Step> steps) implements Node {}

    /// @param operator one of `+ - * / %`
    public record Arithmetic(char operator, Node left, Node right) implements Node {}

    /// @param operator `+` or `-`
    public record Unary(char operator, Node operand) implements Node {}

    public record And(Node left, Node right) implements Predicate {}

    public record Or(Node left, Node right) implements Predicate {}

    public record Not(Node operand) implements Predicate {}

    public record IsUnknown(Node operand) implements Predicate {}

    public record Exists(Node operand) implements Predicate {}

    /// @param operator one of `== != < <= > >=`
    public record Comparison(String operator, Node left, Node right) implements Predicate {}

    public record StartsWith(Node left, Node right) implements Predicate {}

    public record LikeRegex(Node left, Utf8 pattern, String flags) implements Predicate {}

    public sealed interface Step {}

    public record Member(Utf8 key) implements Step {}

    public record AnyMember() implements Step {}

    public record AnyElement() implements Step {}

    public record Elements(List<Range> ranges) implements Step {}

    /// @param to null for a single subscript
    public record Range(Node from, Node to) {}

    /// `**`
    ///
    /// @param first level, `LAST` for the leaves
    /// @param last level, `LAST` for all the way down
    public record Descendants(int first, int last) implements Step {
        public static final int LAST = Integer.MAX_VALUE;
    }

    public record Filter(Node predicate) implements Step {}

    /// @param argument null for none
    public record Method(String name, Utf8 argument) implements Step {}
}
