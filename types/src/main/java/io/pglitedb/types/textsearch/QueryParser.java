package io.pglitedb.types.textsearch;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.textsearch.QueryTree.Operator;
import io.pglitedb.types.value.TsQuery;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayDeque;
import java.util.Deque;

/// Reads `a & (b | !c) <2> 'd e':*AB` and, with the same machinery, what people type into search fields.
/// Behaviour: PostgreSQL 15, `parse_tsquery`.
final class QueryParser {
    /// Turns the text of an operand into lexemes (or into itself).
    interface OperandSink {
        void push(QueryTree tree, Utf8 text, int weights, boolean prefix);
    }

    private enum State {
        FIRST_OPERAND,
        OPERAND,
        OPERATOR
    }

    private sealed interface Token {}

    private record Word(Utf8 text, int weights, boolean prefix) implements Token {}

    private record Operation(Operator operator, int distance) implements Token {}

    private enum Mark implements Token {
        OPEN,
        CLOSE,
        END
    }

    private final Utf8 text;
    private final boolean web;
    private final OperandSink sink;
    private final QueryTree tree = new QueryTree();
    private State state = State.FIRST_OPERAND;
    private int at;
    private int depth;

    private QueryParser(Utf8 text, boolean web, OperandSink sink) {
        this.text = text;
        this.web = web;
        this.sink = sink;
    }

    /// The syntax of tsquery.
    static TsQuery parse(Utf8 text, OperandSink sink, SessionContext session) {
        return new QueryParser(text, false, sink).parse(session);
    }

    /// Quotes, `or` and minus signs have a meaning; nothing is an error.
    static TsQuery parseWeb(Utf8 text, OperandSink sink, SessionContext session) {
        return new QueryParser(text, true, sink).parse(session);
    }

    /// The whole text is one operand.
    static TsQuery parsePlain(Utf8 text, OperandSink sink, SessionContext session) {
        QueryTree tree = new QueryTree();
        if (!text.isEmpty()) {
            sink.push(tree, text, 0, false);
        }
        return build(tree, text, session);
    }

    private TsQuery parse(SessionContext session) {
        level();
        return build(tree, text, session);
    }

    private static TsQuery build(QueryTree tree, Utf8 text, SessionContext session) {
        if (tree.isEmpty()) {
            notice(session, "text-search query doesn't contain lexemes: \"" + text + "\"");
            return TsQuery.EMPTY;
        }
        TsQuery.Node root = tree.build();
        if (root == null) {
            notice(session, "text-search query contains only stop words or doesn't contain lexemes, ignored");
        }
        return new TsQuery(root);
    }

    private static void notice(SessionContext session, String message) {
        if (session != null) {
            session.report(Report.notice(message));
        }
    }

    /// Up to the closing parenthesis or the end.
    private void level() {
        Deque<Operation> pending = new ArrayDeque<>();
        while (true) {
            switch (web ? nextOfWeb() : next()) {
                case Word(Utf8 word, int weights, boolean prefix) -> sink.push(tree, word, weights, prefix);
                case Operation operation -> {
                    reduce(pending, operation.operator);
                    pending.push(operation);
                }
                case Mark.OPEN -> level();
                case Mark.CLOSE, Mark.END -> {
                    reduce(pending, Operator.OR);
                    return;
                }
            }
        }
    }

    /// Applies what binds at least as tightly as the operator to come; NOT binds to the right.
    private void reduce(Deque<Operation> pending, Operator next) {
        while (!pending.isEmpty()) {
            int priority = pending.peek().operator.priority();
            if (next == Operator.NOT ? next.priority() >= priority : next.priority() > priority) {
                return;
            }
            Operation operation = pending.pop();
            tree.push(operation.operator, operation.distance);
        }
    }

    private Token next() {
        skipSpace();
        if (state == State.OPERATOR) {
            return operator();
        }
        switch (peek()) {
            case '!' -> {
                at++;
                state = State.OPERAND;
                return new Operation(Operator.NOT, 0);
            }
            case '(' -> {
                at++;
                state = State.OPERAND;
                depth++;
                return Mark.OPEN;
            }
            case ':' -> throw syntaxError();
            default -> {
                WordReader words = new WordReader(text, WordReader.Syntax.QUERY);
                if (!words.next(at)) {
                    if (state == State.FIRST_OPERAND) {
                        return Mark.END;
                    }
                    throw new PgException(SqlState.SYNTAX_ERROR, "no operand in tsquery: \"" + text + "\"");
                }
                at = words.position();
                state = State.OPERATOR;
                return modified(words.word());
            }
        }
    }

    private Word modified(Utf8 word) {
        int weights = 0;
        boolean prefix = false;
        if (peek() == ':') {
            at++;
            for (int bit; (bit = modifier()) >= 0; at++) {
                prefix |= bit == 0;
                weights |= bit;
            }
        }
        return new Word(word, weights, prefix);
    }

    /// Bit of a weight, 0 for the star, -1 for anything else.
    private int modifier() {
        return switch (peek()) {
            case 'a', 'A' -> 8;
            case 'b', 'B' -> 4;
            case 'c', 'C' -> 2;
            case 'd', 'D' -> 1;
            case '*' -> 0;
            default -> -1;
        };
    }

    private Token operator() {
        switch (peek()) {
            case -1 -> {
                if (depth > 0) {
                    throw syntaxError();
                }
                return Mark.END;
            }
            case ')' -> {
                at++;
                if (--depth < 0) {
                    throw syntaxError();
                }
                return Mark.CLOSE;
            }
            case '&', '|' -> {
                Operator operator = peek() == '&' ? Operator.AND : Operator.OR;
                at++;
                state = State.OPERAND;
                return new Operation(operator, 0);
            }
            case '<' -> {
                state = State.OPERAND;
                return new Operation(Operator.PHRASE, phraseDistance());
            }
            default -> throw syntaxError();
        }
    }

    /// `<->` or `<n>`; something must follow.
    private int phraseDistance() {
        int index = at + 1;
        long distance = 1;
        if (byteAt(index) == '-') {
            index++;
        } else {
            int start = index;
            distance = 0;
            for (; IntegerText.isDigit(byteAt(index)); index++) {
                distance = Math.min(distance * 10 + byteAt(index) - '0', Integer.MAX_VALUE);
            }
            if (index == start) {
                throw syntaxError();
            }
            checkDistance(distance);
        }
        if (byteAt(index) != '>' || index + 1 >= text.length()) {
            throw syntaxError();
        }
        at = index + 1;
        return (int) distance;
    }

    static void checkDistance(long distance) {
        if (distance < 0 || distance > QueryTree.DISTANCE_MAX) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "distance in phrase operator must be an integer value between zero and " + QueryTree.DISTANCE_MAX
                            + " inclusive");
        }
    }

    private Token nextOfWeb() {
        while (true) {
            skipSpace();
            if (state == State.OPERATOR) {
                if (at == text.length()) {
                    return Mark.END;
                }
                boolean or = takeOr();
                state = State.OPERAND;
                return new Operation(or ? Operator.OR : Operator.AND, 0);
            }
            int c = peek();
            if (c == '-') {
                at++;
                state = State.OPERAND;
                return new Operation(Operator.NOT, 0);
            }
            if (c == '"') {
                state = State.OPERATOR;
                return quoted();
            }
            if (c != -1 && WordReader.isOperator(c)) {
                at++;
                state = State.OPERAND;
                continue;
            }
            WordReader words = new WordReader(text, WordReader.Syntax.WEB);
            if (!words.next(at)) {
                if (state == State.OPERAND) {
                    tree.pushStopWord();
                }
                return Mark.END;
            }
            at = words.position();
            state = State.OPERATOR;
            return new Word(words.word(), 0, false);
        }
    }

    private Word quoted() {
        int start = ++at;
        while (at < text.length() && text.byteAt(at) != '"') {
            at++;
        }
        Utf8 inner = text.slice(start, at);
        at += at < text.length() ? 1 : 0;
        return new Word(inner, 0, false);
    }

    /// The word or, if an operand may follow.
    private boolean takeOr() {
        if ((byteAt(at) | 0x20) != 'o' || (byteAt(at + 1) | 0x20) != 'r' || at + 2 >= text.length()) {
            return false;
        }
        int next = text.codePointAt(at + 2);
        if (next == '-' || next == '_' || Character.isLetterOrDigit(next)) {
            return false;
        }
        int index = at + 2;
        do {
            index += WordReader.width(text, index);
            if (index >= text.length()) {
                return false;
            }
        } while (WordReader.isSpace(text, index));
        at += 2;
        return true;
    }

    private void skipSpace() {
        while (at < text.length() && WordReader.isSpace(text, at)) {
            at += WordReader.width(text, at);
        }
    }

    private int peek() {
        return byteAt(at);
    }

    private int byteAt(int index) {
        return index < text.length() ? text.byteAt(index) : -1;
    }

    private PgException syntaxError() {
        return new PgException(SqlState.SYNTAX_ERROR, "syntax error in tsquery: \"" + text + "\"");
    }
}
