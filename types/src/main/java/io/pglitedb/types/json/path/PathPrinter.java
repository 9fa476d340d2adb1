package io.pglitedb.types.json.path;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.json.JsonStrings;
import io.pglitedb.types.json.JsonbTrees;
import io.pglitedb.types.json.path.JsonPath.And;
import io.pglitedb.types.json.path.JsonPath.AnyElement;
import io.pglitedb.types.json.path.JsonPath.AnyMember;
import io.pglitedb.types.json.path.JsonPath.Arithmetic;
import io.pglitedb.types.json.path.JsonPath.Chain;
import io.pglitedb.types.json.path.JsonPath.Comparison;
import io.pglitedb.types.json.path.JsonPath.Current;
import io.pglitedb.types.json.path.JsonPath.Descendants;
import io.pglitedb.types.json.path.JsonPath.Elements;
import io.pglitedb.types.json.path.JsonPath.Exists;
import io.pglitedb.types.json.path.JsonPath.Filter;
import io.pglitedb.types.json.path.JsonPath.IsUnknown;
import io.pglitedb.types.json.path.JsonPath.Last;
import io.pglitedb.types.json.path.JsonPath.LikeRegex;
import io.pglitedb.types.json.path.JsonPath.Literal;
import io.pglitedb.types.json.path.JsonPath.Member;
import io.pglitedb.types.json.path.JsonPath.Method;
import io.pglitedb.types.json.path.JsonPath.Node;
import io.pglitedb.types.json.path.JsonPath.Not;
import io.pglitedb.types.json.path.JsonPath.Or;
import io.pglitedb.types.json.path.JsonPath.Root;
import io.pglitedb.types.json.path.JsonPath.StartsWith;
import io.pglitedb.types.json.path.JsonPath.Step;
import io.pglitedb.types.json.path.JsonPath.Unary;
import io.pglitedb.types.json.path.JsonPath.Variable;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Utf8;

/// The text form of a jsonpath: parentheses where the precedence asks for them, and around an operator at the
/// root.
final class PathPrinter {
    private final ByteWriter out = new ByteWriter();

    static String print(JsonPath path) {
        PathPrinter printer = new PathPrinter();
        if (path.strict()) {
            printer.out.putAscii("strict ");
        }
        printer.node(path.root(), true);
        return printer.out.toString();
    }

    private static int priority(Node node) {
        return switch (node) {
            case Or _ -> 0;
            case And _ -> 1;
            case Comparison _, StartsWith _ -> 2;
            case Arithmetic(char operator, Node _, Node _) -> operator == '+' || operator == '-' ? 3 : 4;
            case Unary _ -> 5;
            case Chain(Node head, var _) -> priority(head);
            default -> 6;
        };
    }

    private void node(Node node, boolean brackets) {
        switch (node) {
            case Root _ -> out.putByte('$');
            case Current _ -> out.putByte('@');
            case Last _ -> out.putAscii("last");
            case Variable(Utf8 name) -> JsonStrings.quote(name, out.putByte('$'));
            case Literal(var value) -> JsonbTrees.print(value, out);
            case Chain(Node head, var steps) -> {
                boolean number = head instanceof Literal(Jsonb.Num _);
                open(number);
                node(head, brackets);
                close(number);
                steps.forEach(this::step);
            }
            case Arithmetic(char operator, Node left, Node right) ->
                binary(node, String.valueOf(operator), left, right, brackets);
            case And(Node left, Node right) -> binary(node, "&&", left, right, brackets);
            case Or(Node left, Node right) -> binary(node, "||", left, right, brackets);
            case Comparison(String operator, Node left, Node right) -> binary(node, operator, left, right, brackets);
            case StartsWith(Node left, Node right) -> binary(node, "starts with", left, right, brackets);
            case Unary(char operator, Node operand) -> {
                open(brackets);
                out.putByte(operator);
                node(operand, priority(operand) <= priority(node));
                close(brackets);
            }
            case Not(Node operand) -> enclosed("!(", operand, ")");
            case IsUnknown(Node operand) -> enclosed("(", operand, ") is unknown");
            case Exists(Node operand) -> enclosed("exists (", operand, ")");
            case LikeRegex(Node left, Utf8 pattern, String flags) -> {
                open(brackets);
                node(left, priority(left) <= priority(node));
                JsonStrings.quote(pattern, out.putAscii(" like_regex "));
                if (!flags.isEmpty()) {
                    out.putAscii(" flag \"").putAscii(flags).putByte('"');
                }
                close(brackets);
            }
        }
    }

    private void binary(Node node, String operator, Node left, Node right, boolean brackets) {
        open(brackets);
        node(left, priority(left) <= priority(node));
        out.putByte(' ').putAscii(operator).putByte(' ');
        node(right, priority(right) <= priority(node));
        close(brackets);
    }

    private void enclosed(String before, Node operand, String after) {
        out.putAscii(before);
        node(operand, false);
        out.putAscii(after);
    }

    private void open(boolean brackets) {
        if (brackets) {
            out.putByte('(');
        }
    }

    private void close(boolean brackets) {
        if (brackets) {
            out.putByte(')');
        }
    }

    private void step(Step step) {
        switch (step) {
            case Member(Utf8 key) -> JsonStrings.quote(key, out.putByte('.'));
            case AnyMember _ -> out.putAscii(".*");
            case AnyElement _ -> out.putAscii("[*]");
            case Elements(var ranges) -> {
                out.putByte('[');
                for (int i = 0; i < ranges.size(); i++) {
                    if (i > 0) {
                        out.putByte(',');
                    }
                    node(ranges.get(i).from(), false);
                    if (ranges.get(i).to() != null) {
                        out.putAscii(" to ");
                        node(ranges.get(i).to(), false);
                    }
                }
                out.putByte(']');
            }
            case Descendants(int first, int last) -> {
                out.putAscii(".**");
                if (first != 0 || last != Descendants.LAST) {
                    out.putByte('{').putAscii(level(first));
                    if (first != last) {
                        out.putAscii(" to ").putAscii(level(last));
                    }
                    out.putByte('}');
                }
            }
            case Filter(Node predicate) -> enclosed("?(", predicate, ")");
            case Method(String name, Utf8 argument) -> {
                out.putByte('.').putAscii(name).putByte('(');
                if (argument != null) {
                    JsonStrings.quote(argument, out);
                }
                out.putByte(')');
            }
        }
    }

    private static String level(int level) {
        return level == Descendants.LAST ? "last" : Integer.toString(level);
    }
}
