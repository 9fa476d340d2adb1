package io.pglitedb.types.json;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Reads JSON text with a stack of its own, so that depth costs no Java stack. `validate` only judges; `parse`
/// also builds
/// nodes and unescapes strings, which raises errors of its own (lone surrogates, the zero character).
final class JsonParser {
    /// Of a tree: what walks it (printing, comparison, paths) recurses, and a session's stack is small.
    private static final int DEPTH_MAX = 1_000;

    private enum Token {
        OBJECT_START,
        OBJECT_END,
        ARRAY_START,
        ARRAY_END,
        COMMA,
        COLON,
        STRING,
        NUMBER,
        TRUE,
        FALSE,
        NULL,
        END
    }

    private final Utf8 text;
    private final int end;
    private final boolean build;
    private final ByteWriter string = new ByteWriter();
    private Token token;
    private int tokenStart;
    private int tokenEnd;
    private int lineNumber = 1;
    private int lineStart;
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private int depthMax;

    /// An object or array whose end is not read yet; without lists when nothing is built.
    private static final class Open {
        final boolean object;
        final int start;
        final List<Utf8> keys;
        final List<JsonNode> children;

        Open(boolean object, int start, boolean build) {
            this.object = object;
            this.start = start;
            this.keys = build && object ? new ArrayList<>() : List.of();
            this.children = build ? new ArrayList<>() : List.of();
        }

        Token end() {
            return object ? Token.OBJECT_END : Token.ARRAY_END;
        }
    }

    private JsonParser(Utf8 text, boolean build) {
        this.text = text;
        this.end = text.length();
        this.build = build;
    }

    static void validate(Utf8 text) {
        new JsonParser(text, false).document();
    }

    static JsonNode parse(Utf8 text) {
        return new JsonParser(text, true).document();
    }

    /// One round of the outer loop reads the start of a value; the inner one closes what ends behind it.
    private JsonNode document() {
        advance();
        while (true) {
            JsonNode node;
            if (token == Token.OBJECT_START || token == Token.ARRAY_START) {
                open.push(new Open(token == Token.OBJECT_START, tokenStart, build));
                depthMax = Math.max(depthMax, open.size());
                advance();
                if (startsContent(open.peek())) {
                    continue;
                }
                node = close();
            } else {
                node = scalar();
            }
            while (!open.isEmpty()) {
                Open parent = open.peek();
                if (build) {
                    parent.children.add(node);
                }
                if (token == Token.COMMA) {
                    advance();
                    if (parent.object) {
                        key(parent);
                    }
                    break;
                }
                if (token != parent.end()) {
                    throw expected(parent.object ? "Expected \",\" or \"}\"" : "Expected \",\" or \"]\"");
                }
                node = close();
            }
            if (open.isEmpty()) {
                return document(node);
            }
        }
    }

    private JsonNode document(JsonNode root) {
        if (token != Token.END) {
            throw expected("Expected end of input");
        }
        if (build && depthMax > DEPTH_MAX) {
            throw new PgException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded");
        }
        return root;
    }

    /// Whether a container just opened has content; the key of an object's first member is read.
    private boolean startsContent(Open container) {
        if (token == container.end()) {
            return false;
        }
        if (container.object) {
            if (token != Token.STRING) {
                throw expected("Expected string or \"}\"");
            }
            key(container);
        }
        return true;
    }

    private void key(Open object) {
        if (token != Token.STRING) {
            throw expected("Expected string");
        }
        if (build) {
            object.keys.add(takeString());
        }
        advance();
        if (token != Token.COLON) {
            throw expected("Expected \":\"");
        }
        advance();
    }

    private JsonNode close() {
        Open container = open.pop();
        int stop = tokenEnd;
        advance();
        return build
                ? new JsonNode(
                        container.object ? JsonNode.Kind.OBJECT : JsonNode.Kind.ARRAY,
                        text.slice(container.start, stop),
                        container.keys,
                        container.children,
                        null)
                : null;
    }

    private JsonNode scalar() {
        JsonNode.Kind kind = switch (token) {
            case STRING -> JsonNode.Kind.STRING;
            case NUMBER -> JsonNode.Kind.NUMBER;
            case TRUE, FALSE -> JsonNode.Kind.BOOLEAN;
            case NULL -> JsonNode.Kind.NULL;
            default -> throw expected("Expected JSON value");
        };
        JsonNode node = build
                ? new JsonNode(
                        kind,
                        text.slice(tokenStart, tokenEnd),
                        List.of(),
                        List.of(),
                        kind == JsonNode.Kind.STRING ? takeString() : null)
                : null;
        advance();
        return node;
    }

    private Utf8 takeString() {
        return new Utf8(string.toByteArray());
    }

    private void advance() {
        int at = tokenEnd;
        while (at < end && isSpace(text.byteAt(at))) {
            if (text.byteAt(at++) == '\n') {
                lineNumber++;
                lineStart = at;
            }
        }
        tokenStart = at;
        if (at >= end) {
            tokenEnd = at;
            token = Token.END;
            return;
        }
        switch (text.byteAt(at)) {
            case '{' -> single(Token.OBJECT_START);
            case '}' -> single(Token.OBJECT_END);
            case '[' -> single(Token.ARRAY_START);
            case ']' -> single(Token.ARRAY_END);
            case ',' -> single(Token.COMMA);
            case ':' -> single(Token.COLON);
            case '"' -> lexString();
            case '-' -> lexNumber(at + 1);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> lexNumber(at);
            default -> lexWord();
        }
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private void single(Token kind) {
        tokenEnd = tokenStart + 1;
        token = kind;
    }

    private void lexWord() {
        int at = tokenStart;
        while (at < end && isWord(text.byteAt(at))) {
            at++;
        }
        if (at == tokenStart) {
            tokenEnd = at + 1;
            throw invalidToken();
        }
        tokenEnd = at;
        token = switch (text.slice(tokenStart, at).toString()) {
            case "true" -> Token.TRUE;
            case "false" -> Token.FALSE;
            case "null" -> Token.NULL;
            default -> throw invalidToken();
        };
    }

    private static boolean isWord(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c < 0;
    }

    private boolean isDigit(int at) {
        return at < end && text.byteAt(at) >= '0' && text.byteAt(at) <= '9';
    }

    private int skipDigits(int from) {
        int at = from;
        while (isDigit(at)) {
            at++;
        }
        return at;
    }

    private void lexNumber(int start) {
        int at = start;
        boolean wrong = !isDigit(at);
        if (!wrong) {
            at = text.byteAt(at) == '0' ? at + 1 : skipDigits(at);
        }
        if (at < end && text.byteAt(at) == '.') {
            wrong |= !isDigit(++at);
            at = skipDigits(at);
        }
        if (at < end && (text.byteAt(at) == 'e' || text.byteAt(at) == 'E')) {
            at++;
            if (at < end && (text.byteAt(at) == '+' || text.byteAt(at) == '-')) {
                at++;
            }
            wrong |= !isDigit(at);
            at = skipDigits(at);
        }
        while (at < end && isWord(text.byteAt(at))) {
            wrong = true;
            at++;
        }
        tokenEnd = at;
        if (wrong) {
            throw invalidToken();
        }
        token = Token.NUMBER;
    }

    private void lexString() {
        string.clear();
        int highSurrogate = -1;
        int at = tokenStart;
        while (true) {
            at++;
            if (at >= end) {
                tokenEnd = at;
                throw invalidToken();
            }
            int c = text.byteAt(at);
            if (c == '"') {
                break;
            }
            if (c >= 0 && c < 32) {
                tokenEnd = at;
                throw error("Character with value 0x%02x must be escaped.".formatted(c));
            }
            if (c != '\\') {
                if (build) {
                    rejectPending(highSurrogate, at);
                    string.putByte(c);
                }
                continue;
            }
            if (++at >= end) {
                tokenEnd = at;
                throw invalidToken();
            }
            c = text.byteAt(at);
            if (c == 'u') {
                int code = hex(at + 1);
                at += 4;
                if (build) {
                    highSurrogate = putCodeUnit(code, highSurrogate, at);
                }
                continue;
            }
            if (build) {
                rejectPending(highSurrogate, at);
            }
            int plain = switch (c) {
                case '"', '\\', '/' -> c;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                default -> {
                    tokenStart = at;
                    tokenEnd = afterCharacter(at);
                    throw error("Escape sequence \"\\%s\" is invalid.".formatted(text.slice(tokenStart, tokenEnd)));
                }
            };
            string.putByte(plain);
        }
        if (build) {
            rejectPending(highSurrogate, at);
        }
        tokenEnd = at + 1;
        token = Token.STRING;
    }

    private int afterCharacter(int start) {
        int at = start + 1;
        while (at < end && (text.byteAt(at) & 0xc0) == 0x80) {
            at++;
        }
        return at;
    }

    private int hex(int start) {
        int code = 0;
        for (int at = start; at < start + 4; at++) {
            if (at >= end) {
                tokenEnd = at;
                throw invalidToken();
            }
            int digit = text.byteAt(at) < 0 ? -1 : Character.digit(text.byteAt(at), 16);
            if (digit < 0) {
                tokenEnd = afterCharacter(at);
                throw error("\"\\u\" must be followed by four hexadecimal digits.");
            }
            code = code << 4 | digit;
        }
        return code;
    }

    /// Returns the high surrogate that waits for its other half, -1 for none.
    private int putCodeUnit(int code, int highSurrogate, int at) {
        tokenEnd = at + 1;
        if (Character.isHighSurrogate((char) code)) {
            if (highSurrogate >= 0) {
                throw error("Unicode high surrogate must not follow a high surrogate.");
            }
            return code;
        }
        int codePoint = code;
        if (Character.isLowSurrogate((char) code)) {
            if (highSurrogate < 0) {
                throw lowSurrogate();
            }
            codePoint = Character.toCodePoint((char) highSurrogate, (char) code);
        } else {
            rejectPending(highSurrogate, at);
        }
        if (codePoint == 0) {
            throw context(new PgException(SqlState.UNTRANSLATABLE_CHARACTER, "unsupported Unicode escape sequence")
                    .detail("\\u0000 cannot be converted to text."));
        }
        string.putUtf8(Character.toString(codePoint));
        return -1;
    }

    private void rejectPending(int highSurrogate, int at) {
        if (highSurrogate >= 0) {
            tokenEnd = afterCharacter(at);
            throw lowSurrogate();
        }
    }

    private PgException lowSurrogate() {
        return error("Unicode low surrogate must follow a high surrogate.");
    }

    private PgException invalidToken() {
        return error("Token \"%s\" is invalid.".formatted(text.slice(tokenStart, tokenEnd)));
    }

    private PgException expected(String what) {
        return token == Token.END
                ? error("The input string ended unexpectedly.")
                : error("%s, but found \"%s\".".formatted(what, text.slice(tokenStart, tokenEnd)));
    }

    private PgException error(String detail) {
        return context(new PgException(SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type json")
                .detail(detail));
    }

    /// The line up to the token's end, cut at its beginning to 50 bytes.
    private PgException context(PgException exception) {
        int from = lineStart;
        while (tokenEnd - from >= 50) {
            from = afterCharacter(from);
        }
        if (from - lineStart <= 3) {
            from = lineStart;
        }
        boolean more =
                token != Token.END && tokenEnd < end && text.byteAt(tokenEnd) != '\n' && text.byteAt(tokenEnd) != '\r';
        return exception.where("JSON data, line %d: %s%s%s"
                .formatted(
                        lineNumber,
                        from > lineStart ? "..." : "",
                        text.slice(Math.min(from, tokenEnd), tokenEnd),
                        more ? "..." : ""));
    }
}
