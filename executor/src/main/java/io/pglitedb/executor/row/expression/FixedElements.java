package io.pglitedb.executor.row.expression;

import io.pglitedb.types.value.Box;
import io.pglitedb.types.value.Line;
import io.pglitedb.types.value.LineSegment;
import io.pglitedb.types.value.Point;
import io.pglitedb.types.value.Utf8;

/// Elements of what is no array but made of parts of one type, numbered from 0: the bytes of a name, the
/// coordinates of a point, the points of a segment or box, the coefficients of a line.
final class FixedElements {
    private static final int NAME_BYTES = 64;

    private FixedElements() {}

    static boolean hasElements(Class<?> carrier) {
        return carrier == Utf8.class
                || carrier == Point.class
                || carrier == LineSegment.class
                || carrier == Box.class
                || carrier == Line.class;
    }

    /// Null beyond the last.
    static Object element(Object container, int number) {
        return switch (container) {
            case Utf8 name -> letter(name, number);
            case Point(double x, double y) -> choose(number, x, y);
            case LineSegment(Point start, Point end) -> choose(number, start, end);
            case Box(Point high, Point low) -> choose(number, high, low);
            case Line(double a, double b, double c) -> choose(number, a, b, c);
            default -> throw new IllegalArgumentException("no container: " + container.getClass());
        };
    }

    /// The bytes behind a name are zeros.
    private static Object letter(Utf8 name, int number) {
        if (number < 0 || number >= NAME_BYTES) {
            return null;
        }
        byte[] bytes = name.toByteArray();
        return number < bytes.length ? bytes[number] : (byte) 0;
    }

    private static Object choose(int number, Object... elements) {
        return number < 0 || number >= elements.length ? null : elements[number];
    }
}
