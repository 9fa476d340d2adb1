package io.pglitedb.types.geometric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.floating.FloatText;
import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Circle;
import io.pglitedb.types.value.GeometricPath;
import io.pglitedb.types.value.Line;
import io.pglitedb.types.value.Point;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// Reads the text forms, which leave most brackets optional. Behaviour: PostgreSQL 15, `geo_ops.c`, quirks
/// included.
final class GeometryParser {
    private static final int END = -1;

    private final Utf8 text;
    private final String type;
    private int at;

    GeometryParser(Utf8 text, String type) {
        this.text = text;
        this.type = type;
    }

    Point point() {
        Point point = pair();
        expectEnd();
        return point;
    }

    /// Exactly `count` points, perhaps in brackets; open ones (square) only where a type allows them.
    GeometricPath points(int count, boolean mayBeOpen) {
        GeometricPath path = pointList(count, mayBeOpen);
        expectEnd();
        return path;
    }

    /// As many points as there are pairs of numbers.
    GeometricPath points(boolean mayBeOpen) {
        return points(countPairs(), mayBeOpen);
    }

    GeometricPath path() {
        int count = countPairs();
        skipSpace();
        boolean outerParenthesis = peek() == '(' && lastIndexOf('(') == at;
        at += outerParenthesis ? 1 : 0;
        GeometricPath path = pointList(count, true);
        if (outerParenthesis) {
            expect(')');
            skipSpace();
        }
        expectEnd();
        return path;
    }

    /// `{a,b,c}`; null when the text starts otherwise.
    Line lineEquation() {
        skipSpace();
        if (peek() != '{') {
            return null;
        }
        at++;
        double a = number();
        expect(',');
        double b = number();
        expect(',');
        double c = number();
        expect('}');
        skipSpace();
        expectEnd();
        return new Line(a, b, c);
    }

    Circle circle() {
        skipSpace();
        int depth = 0;
        boolean angle = peek() == '<';
        if (angle || opensTwice()) {
            depth = 1;
            at = angle ? at + 1 : afterSpace(at + 1);
        }
        Point center = pair();
        at += peek() == ',' ? 1 : 0;
        double radius = number();
        if (radius < 0) {
            throw invalid();
        }
        if (depth == 1) {
            if (peek() != ')' && peek() != '>') {
                throw invalid();
            }
            at++;
            skipSpace();
        }
        expectEnd();
        return new Circle(center, radius);
    }

    private boolean opensTwice() {
        int next = afterSpace(at + 1);
        return peek() == '(' && next < text.length() && text.byteAt(next) == '(';
    }

    private int countPairs() {
        int commas = 0;
        for (int i = 0; i < text.length(); i++) {
            commas += text.byteAt(i) == ',' ? 1 : 0;
        }
        if (commas % 2 == 0) {
            throw invalid();
        }
        return (commas + 1) / 2;
    }

    private GeometricPath pointList(int count, boolean mayBeOpen) {
        skipSpace();
        boolean open = peek() == '[';
        if (open && !mayBeOpen) {
            throw invalid();
        }
        boolean bracket = open || opensTwice() || peek() == '(' && lastIndexOf('(') == at;
        at = bracket ? open ? at + 1 : afterSpace(at + 1) : at;
        List<Point> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            points.add(pair());
            at += peek() == ',' ? 1 : 0;
        }
        if (bracket) {
            if (peek() != ')' && !(peek() == ']' && open)) {
                throw invalid();
            }
            at++;
            skipSpace();
        }
        return new GeometricPath(!open, List.copyOf(points));
    }

    private Point pair() {
        skipSpace();
        boolean parenthesis = peek() == '(';
        at += parenthesis ? 1 : 0;
        double x = number();
        expect(',');
        double y = number();
        if (parenthesis) {
            expect(')');
            skipSpace();
        }
        return new Point(x, y);
    }

    /// The longest number here, with white space around.
    private double number() {
        skipSpace();
        int start = at;
        at += peek() == '-' || peek() == '+' ? 1 : 0;
        if (!skipWord("infinity") && !skipWord("inf") && !skipWord("nan")) {
            skipDecimal();
        }
        if (at == start) {
            throw invalid();
        }
        double value = FloatText.parseDouble(text.slice(start, at));
        skipSpace();
        return value;
    }

    private boolean skipWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= text.length() || (text.byteAt(at + i) | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    private void skipDecimal() {
        int digits = skipDigits();
        if (peek() == '.') {
            at++;
            digits += skipDigits();
        }
        if (digits == 0) {
            throw invalid();
        }
        if ((peek() | 0x20) == 'e') {
            int mark = at++;
            at += peek() == '-' || peek() == '+' ? 1 : 0;
            if (skipDigits() == 0) {
                at = mark;
            }
        }
    }

    private int skipDigits() {
        int start = at;
        while (IntegerText.isDigit(peek())) {
            at++;
        }
        return at - start;
    }

    private void expect(char character) {
        if (peek() != character) {
            throw invalid();
        }
        at++;
    }

    private void expectEnd() {
        if (at != text.length()) {
            throw invalid();
        }
    }

    private int peek() {
        return at < text.length() ? text.byteAt(at) : END;
    }

    private int lastIndexOf(char character) {
        int index = text.length() - 1;
        while (index >= 0 && text.byteAt(index) != character) {
            index--;
        }
        return index;
    }

    private void skipSpace() {
        at = afterSpace(at);
    }

    private int afterSpace(int from) {
        int index = from;
        while (index < text.length() && IntegerText.isSpace(text.byteAt(index))) {
            index++;
        }
        return index;
    }

    private PgException invalid() {
        return NumberErrors.invalidInput(type, text);
    }
}
