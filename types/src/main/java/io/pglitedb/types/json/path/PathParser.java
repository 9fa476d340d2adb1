package io.pglitedb.types.json.path;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.json.JsonbTrees;
import io.pglitedb.types.regex.Regex;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Recursive descent over jsonpath text.
final class PathParser {
    private static final Set<String> METHODS =
            Set.of("type", "size", "abs", "floor", "ceiling", "double", "keyvalue", "datetime");
    private static final List<String> SYMBOLS = List.of("**", "&&", "||", "==", "!=", "<>", "<=", ">=", "<", ">", "!");

    private enum Kind {
        SYMBOL,
        WORD,
        STRING,
        NUMBER,
        VARIABLE,
        END
    }

    private final String text;
    private int at;
    private Kind kind;
    private String token;
    private int tokenStart;
    private int filterDepth;
    private int subscriptDepth;

    private PathParser(String text) {
        this.text = text;
    }

    static JsonPath parse(Utf8 input) {
        PathParser parser = new PathParser(input.toString());
        parser.advance();
        if (parser.kind == Kind.END) {
            throw new PgException(
                    SqlState.INVALID_TEXT_REPRESENTATION,
                    "invalid input syntax for type jsonpath: \"%s\"".formatted(input));
        }
        boolean strict = parser.takeWord("strict");
        if (!strict) {
            parser.takeWord("lax");
        }
        JsonPath.Node root = parser.or();
        if (parser.kind != Kind.END) {
            throw parser.syntax();
        }
        return new JsonPath(strict, root);
    }

    private JsonPath.Node or() {
        JsonPath.Node left = and();
        while (isSymbol("||")) {
            predicate(left);
            advance();
            left = new JsonPath.Or(left, predicate(and()));
        }
        return left;
    }

    private JsonPath.Node and() {
        JsonPath.Node left = comparison();
        while (isSymbol("&&")) {
            predicate(left);
            advance();
            left = new JsonPath.And(left, predicate(comparison()));
        }
        return left;
    }

    private JsonPath.Node predicate(JsonPath.Node node) {
        if (!(node instanceof JsonPath.Predicate)) {
            throw syntax();
        }
        return node;
    }

    private JsonPath.Node comparison() {
        if (takeSymbol("!")) {
            if (isWord("exists")) {
                return new JsonPath.Not(comparison());
            }
            expect("(");
            JsonPath.Node operand = predicate(or());
            expect(")");
            return new JsonPath.Not(operand);
        }
        if (takeWord("exists")) {
            expect("(");
            JsonPath.Node operand = or();
            expect(")");
            return new JsonPath.Exists(operand);
        }
        JsonPath.Node left = additive();
        if (kind == Kind.SYMBOL
                && Set.of("==", "!=", "<>", "<", "<=", ">", ">=").contains(token)) {
            String operator = token.equals("<>") ? "!=" : token;
            advance();
            return new JsonPath.Comparison(operator, left, additive());
        }
        if (takeWord("starts")) {
            expectWord("with");
            JsonPath.Node prefix = switch (kind) {
                case STRING -> new JsonPath.Literal(new Jsonb.Str(Utf8.of(token)));
                case VARIABLE -> new JsonPath.Variable(Utf8.of(token));
                default -> throw syntax();
            };
            advance();
            return new JsonPath.StartsWith(left, prefix);
        }
        if (takeWord("like_regex")) {
            return likeRegex(left);
        }
        if (left instanceof JsonPath.Predicate && takeWord("is")) {
            expectWord("unknown");
            return new JsonPath.IsUnknown(left);
        }
        return left;
    }

    private JsonPath.Node likeRegex(JsonPath.Node left) {
        if (kind != Kind.STRING) {
            throw syntax();
        }
        Utf8 pattern = Utf8.of(token);
        advance();
        String flags = "";
        if (takeWord("flag")) {
            if (kind != Kind.STRING) {
                throw syntax();
            }
            String given = token;
            for (int i = 0; i < given.length(); i++) {
                if ("ismxq".indexOf(given.charAt(i)) < 0) {
                    throw new PgException(SqlState.SYNTAX_ERROR, "invalid input syntax for type jsonpath")
                            .detail("Unrecognized flag character \"%s\" in LIKE_REGEX predicate."
                                    .formatted(given.charAt(i)));
                }
            }
            StringBuilder ordered = new StringBuilder();
            for (char flag : "ismxq".toCharArray()) {
                if (given.indexOf(flag) >= 0) {
                    ordered.append(flag);
                }
            }
            flags = ordered.toString();
            advance();
        }
        regex(pattern.toString(), flags);
        return new JsonPath.LikeRegex(left, pattern, flags);
    }

    /// XQuery's flags as ours: the dot stops at a newline unless `s` is given.
    static Regex regex(String pattern, String flags) {
        boolean literal = flags.indexOf('q') >= 0;
        if (!literal && flags.indexOf('x') >= 0) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "XQuery \"x\" flag (expanded regular expressions) is not implemented");
        }
        StringBuilder options = new StringBuilder(flags.indexOf('i') >= 0 ? "i" : "");
        if (literal) {
            options.append('q');
        } else {
            boolean lines = flags.indexOf('m') >= 0;
            options.append(flags.indexOf('s') < 0 ? lines ? "n" : "p" : lines ? "w" : "s");
        }
        return Regex.compile(pattern, options.toString());
    }

    private JsonPath.Node additive() {
        JsonPath.Node left = multiplicative();
        while (isSymbol("+") || isSymbol("-")) {
            char operator = token.charAt(0);
            advance();
            left = new JsonPath.Arithmetic(operator, left, multiplicative());
        }
        return left;
    }

    private JsonPath.Node multiplicative() {
        JsonPath.Node left = unary();
        while (isSymbol("*") || isSymbol("/") || isSymbol("%")) {
            char operator = token.charAt(0);
            advance();
            left = new JsonPath.Arithmetic(operator, left, unary());
        }
        return left;
    }

    private JsonPath.Node unary() {
        if (isSymbol("+") || isSymbol("-")) {
            char operator = token.charAt(0);
            advance();
            JsonPath.Node operand = unary();
            if (operand instanceof JsonPath.Literal(Jsonb.Num(var number))) {
                return operator == '+' ? operand : new JsonPath.Literal(new Jsonb.Num(number.negate()));
            }
            return new JsonPath.Unary(operator, operand);
        }
        JsonPath.Node head = primary();
        List<JsonPath.Step> steps = new ArrayList<>();
        while (step(steps)) {}
        return steps.isEmpty() ? head : new JsonPath.Chain(head, List.copyOf(steps));
    }

    private JsonPath.Node primary() {
        JsonPath.Node node = switch (kind) {
            case STRING -> new JsonPath.Literal(new Jsonb.Str(Utf8.of(token)));
            case NUMBER -> new JsonPath.Literal(JsonbTrees.parse(Utf8.of(token)));
            case VARIABLE -> new JsonPath.Variable(Utf8.of(token));
            case WORD -> word();
            case SYMBOL -> {
                if (token.equals("$")) {
                    yield new JsonPath.Root();
                }
                if (token.equals("@")) {
                    if (filterDepth == 0) {
                        throw new PgException(SqlState.SYNTAX_ERROR, "@ is not allowed in root expressions");
                    }
                    yield new JsonPath.Current();
                }
                if (!token.equals("(")) {
                    throw syntax();
                }
                advance();
                JsonPath.Node inner = or();
                if (!isSymbol(")")) {
                    throw syntax();
                }
                yield inner;
            }
            case END -> throw syntax();
        };
        advance();
        return node;
    }

    private JsonPath.Node word() {
        return switch (token) {
            case "true" -> new JsonPath.Literal(Jsonb.Bool.TRUE);
            case "false" -> new JsonPath.Literal(Jsonb.Bool.FALSE);
            case "null" -> new JsonPath.Literal(Jsonb.Null.NULL);
            case "last" -> {
                if (subscriptDepth == 0) {
                    throw new PgException(SqlState.SYNTAX_ERROR, "LAST is allowed only in array subscripts");
                }
                yield new JsonPath.Last();
            }
            default -> throw syntax();
        };
    }

    private boolean step(List<JsonPath.Step> steps) {
        if (takeSymbol(".")) {
            afterDot(steps);
            return true;
        }
        if (takeSymbol("[")) {
            if (takeSymbol("*")) {
                expect("]");
                steps.add(new JsonPath.AnyElement());
                return true;
            }
            subscriptDepth++;
            List<JsonPath.Range> ranges = new ArrayList<>();
            do {
                JsonPath.Node from = additive();
                ranges.add(new JsonPath.Range(from, takeWord("to") ? additive() : null));
            } while (takeSymbol(","));
            subscriptDepth--;
            expect("]");
            steps.add(new JsonPath.Elements(List.copyOf(ranges)));
            return true;
        }
        if (takeSymbol("?")) {
            expect("(");
            filterDepth++;
            JsonPath.Node predicate = predicate(or());
            filterDepth--;
            expect(")");
            steps.add(new JsonPath.Filter(predicate));
            return true;
        }
        return false;
    }

    private void afterDot(List<JsonPath.Step> steps) {
        if (takeSymbol("**")) {
            steps.add(descendants());
        } else if (takeSymbol("*")) {
            steps.add(new JsonPath.AnyMember());
        } else if (kind == Kind.STRING || kind == Kind.WORD) {
            boolean quoted = kind == Kind.STRING;
            String name = token;
            advance();
            if (!quoted && METHODS.contains(name) && takeSymbol("(")) {
                Utf8 argument = null;
                if (name.equals("datetime") && kind == Kind.STRING) {
                    argument = Utf8.of(token);
                    advance();
                }
                expect(")");
                steps.add(new JsonPath.Method(name, argument));
            } else {
                steps.add(new JsonPath.Member(Utf8.of(name)));
            }
        } else {
            throw syntax();
        }
    }

    private JsonPath.Step descendants() {
        if (!takeSymbol("{")) {
            return new JsonPath.Descendants(0, JsonPath.Descendants.LAST);
        }
        int first = level();
        int last = takeWord("to") ? level() : first;
        expect("}");
        return new JsonPath.Descendants(first, last);
    }

    private int level() {
        if (takeWord("last")) {
            return JsonPath.Descendants.LAST;
        }
        if (kind != Kind.NUMBER || !token.matches("[0-9]{1,9}")) {
            throw syntax();
        }
        int level = Integer.parseInt(token);
        advance();
        return level;
    }

    private boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && token.equals(symbol);
    }

    private boolean takeSymbol(String symbol) {
        boolean found = isSymbol(symbol);
        if (found) {
            advance();
        }
        return found;
    }

    private void expect(String symbol) {
        if (!takeSymbol(symbol)) {
            throw syntax();
        }
    }

    /// Keywords other than true, false and null come in any case.
    private boolean isWord(String word) {
        return kind == Kind.WORD && token.equalsIgnoreCase(word);
    }

    private boolean takeWord(String word) {
        boolean found = isWord(word);
        if (found) {
            advance();
        }
        return found;
    }

    private void expectWord(String word) {
        if (!takeWord(word)) {
            throw syntax();
        }
    }

    /// PostgreSQL's lexer stands at the end already when it hands out a bare word that ends the text.
    private PgException syntax() {
        return new PgException(
                SqlState.SYNTAX_ERROR,
                kind == Kind.END || kind == Kind.WORD && at >= text.length()
                        ? "syntax error at end of jsonpath input"
                        : "syntax error at or near \"%s\" of jsonpath input".formatted(text.substring(tokenStart, at)));
    }

    private void advance() {
        while (at < text.length() && " \t\n\r\f".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                throw new PgException(SqlState.SYNTAX_ERROR, "unexpected end of comment at end of jsonpath input");
            }
            at = end + 2;
            advance();
            return;
        }
        tokenStart = at;
        if (at >= text.length()) {
            kind = Kind.END;
            token = "";
            return;
        }
        char c = text.charAt(at);
        if (c == '"') {
            kind = Kind.STRING;
            token = string();
        } else if (c == '$'
                && at + 1 < text.length()
                && (PathStrings.isName(text.charAt(at + 1)) || text.charAt(at + 1) == '"')) {
            at++;
            kind = Kind.VARIABLE;
            token = text.charAt(at) == '"' ? string() : name();
        } else if (isDigit(at) || c == '.' && isDigit(at + 1) && !afterOperand()) {
            kind = Kind.NUMBER;
            token = number();
        } else if (PathStrings.isName(c)) {
            kind = Kind.WORD;
            token = name();
        } else {
            kind = Kind.SYMBOL;
            token = SYMBOLS.stream()
                    .filter(symbol -> text.startsWith(symbol, at))
                    .findFirst()
                    .orElse(String.valueOf(c));
            at += token.length();
        }
    }

    private boolean afterOperand() {
        return kind != null && kind != Kind.SYMBOL;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private String name() {
        PathStrings strings = new PathStrings(text, at);
        String name = strings.bare();
        at = strings.end();
        return name;
    }

    private String number() {
        int start = at;
        if (text.charAt(at) == '0' && isDigit(at + 1)) {
            at += 2;
            throw trailingJunk(start);
        }
        while (isDigit(at)) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            while (isDigit(at)) {
                at++;
            }
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            if (!isDigit(at)) {
                throw trailingJunk(start);
            }
            while (isDigit(at)) {
                at++;
            }
        }
        if (at < text.length() && text.charAt(at) != '\\' && PathStrings.isName(text.charAt(at))) {
            at++;
            throw trailingJunk(start);
        }
        String digits = text.substring(start, at);
        digits = digits.startsWith(".") ? "0" + digits : digits;
        return digits.replaceFirst("\\.(?![0-9])", "");
    }

    private PgException trailingJunk(int start) {
        return new PgException(
                SqlState.SYNTAX_ERROR,
                "trailing junk after numeric literal at or near \"%s\" of jsonpath input"
                        .formatted(text.substring(start, at)));
    }

    private String string() {
        PathStrings strings = new PathStrings(text, at);
        String string = strings.quoted();
        at = strings.end();
        return string;
    }
}
