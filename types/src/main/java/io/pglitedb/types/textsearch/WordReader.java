package io.pglitedb.types.textsearch;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.value.TsVector;
import io.pglitedb.types.value.Utf8;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.ByteArrayOutputStream;

/// Takes words, quoted or bare, from the text of a tsvector or a tsquery. Behaviour: PostgreSQL 15,
/// `gettoken_tsvector`.
final class WordReader {
    /// What is read decides what ends a word.
    enum Syntax {
        /// Positions follow words.
        VECTOR,
        /// Operators end words.
        QUERY,
        /// As QUERY, but nothing is quoted by backslash or apostrophe.
        WEB
    }

    private final Utf8 text;
    private final Syntax syntax;
    private int at;
    private Utf8 word;
    private IntArrayList positions;

    WordReader(Utf8 text, Syntax syntax) {
        this.text = text;
        this.syntax = syntax;
    }

    int position() {
        return at;
    }

    /// The word that `next` found.
    Utf8 word() {
        return word;
    }

    /// Its positions with weights, as written.
    IntArrayList positions() {
        return positions;
    }

    /// False at the end of the text.
    boolean next(int from) {
        at = from;
        positions = new IntArrayList();
        while (at < text.length() && isSpace(text, at)) {
            at += width(text, at);
        }
        if (at == text.length()) {
            return false;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean quoted = quotes('\'');
        if (quoted) {
            at++;
            readQuoted(bytes);
        } else {
            readBare(bytes);
        }
        word = new Utf8(bytes.toByteArray());
        if (word.isEmpty()) {
            throw syntaxError();
        }
        if (syntax == Syntax.VECTOR && at < text.length() && text.byteAt(at) == ':') {
            at++;
            readPositions();
        }
        return true;
    }

    private boolean quotes(char character) {
        return syntax != Syntax.WEB && at < text.length() && text.byteAt(at) == character;
    }

    private void readQuoted(ByteArrayOutputStream bytes) {
        while (true) {
            if (at == text.length()) {
                throw syntaxError();
            }
            if (quotes('\'')) {
                at++;
                if (!quotes('\'')) {
                    return;
                }
                copy(bytes);
            } else if (quotes('\\')) {
                copyEscaped(bytes);
            } else {
                copy(bytes);
            }
        }
    }

    private void readBare(ByteArrayOutputStream bytes) {
        if (endsBare()) {
            throw syntaxError();
        }
        boolean first = true;
        while (at < text.length() && !isSpace(text, at)) {
            if (quotes('\\')) {
                copyEscaped(bytes);
            } else if (endsBare() || text.byteAt(at) == ':' && !first) {
                return;
            } else {
                copy(bytes);
            }
            first = false;
        }
    }

    private boolean endsBare() {
        byte c = text.byteAt(at);
        return syntax != Syntax.VECTOR && isOperator(c) || syntax == Syntax.WEB && c == '"';
    }

    static boolean isOperator(int character) {
        return character == '!'
                || character == '&'
                || character == '|'
                || character == '('
                || character == ')'
                || character == '<';
    }

    private void copyEscaped(ByteArrayOutputStream bytes) {
        at++;
        if (at == text.length()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "there is no escaped character: \"" + text + "\"");
        }
        copy(bytes);
    }

    private void copy(ByteArrayOutputStream bytes) {
        int width = width(text, at);
        bytes.write(text.array(), text.offset() + at, width);
        at += width;
    }

    private void readPositions() {
        while (true) {
            if (at == text.length() || !IntegerText.isDigit(text.byteAt(at))) {
                throw syntaxError();
            }
            int position = readNumber();
            if (position == 0) {
                throw new PgException(SqlState.SYNTAX_ERROR, "wrong position info in tsvector: \"" + text + "\"");
            }
            positions.add(TsVector.pack(position, readWeight()));
            if (at == text.length() || isSpace(text, at)) {
                return;
            }
            if (text.byteAt(at) != ',') {
                throw syntaxError();
            }
            at++;
        }
    }

    private int readNumber() {
        long number = 0;
        while (at < text.length() && IntegerText.isDigit(text.byteAt(at))) {
            number = Math.min(number * 10 + text.byteAt(at) - '0', Integer.MAX_VALUE);
            at++;
        }
        return (int) number;
    }

    /// Letters and further digits up to a comma or white space; one of A, B, C may stand among them.
    private int readWeight() {
        int weight = 0;
        while (at < text.length()) {
            int given = weightOf(text.byteAt(at));
            if (given < 0 && !IntegerText.isDigit(text.byteAt(at))) {
                break;
            }
            if (given >= 0) {
                if (weight != 0) {
                    throw syntaxError();
                }
                weight = given;
            }
            at++;
        }
        return weight;
    }

    private static int weightOf(int character) {
        return switch (character) {
            case 'a', 'A', '*' -> 3;
            case 'b', 'B' -> 2;
            case 'c', 'C' -> 1;
            case 'd', 'D' -> 0;
            default -> -1;
        };
    }

    private PgException syntaxError() {
        String type = syntax == Syntax.VECTOR ? "tsvector" : "tsquery";
        return new PgException(SqlState.SYNTAX_ERROR, "syntax error in " + type + ": \"" + text + "\"");
    }

    /// Bytes of the character there.
    static int width(Utf8 text, int at) {
        int first = text.byteAt(at) & 0xff;
        int width = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        return Math.min(width, text.length() - at);
    }

    static boolean isSpace(Utf8 text, int at) {
        int character = text.codePointAt(at);
        return IntegerText.isSpace(character) || character > 0x7f && isWideSpace(character);
    }

    private static boolean isWideSpace(int character) {
        return Character.isWhitespace(character) || character == 0x85;
    }
}
