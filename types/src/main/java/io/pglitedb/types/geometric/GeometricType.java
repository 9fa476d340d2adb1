package io.pglitedb.types.geometric;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.UnorderedType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.floating.FloatText;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Point;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// What the geometric types share. Stored: the binary form, numbers of 8 bytes.
abstract sealed class GeometricType<T> extends UnorderedType
        permits PointType, SegmentType, LineType, BoxType, PathType, PolygonType, CircleType {
    private final int oid;
    private final String name;
    private final Class<T> carrier;
    private final int size;

    /// @param size bytes, -1 when it depends on the value
    GeometricType(int oid, String name, Class<T> carrier, int size) {
        this.oid = oid;
        this.name = name;
        this.carrier = carrier;
        this.size = size;
    }

    abstract T parse(GeometryParser parser, Utf8 text);

    abstract void print(T value, Printer out);

    abstract void write(T value, ByteWriter out);

    abstract T read(ByteReader in);

    /// Checks and normalizes what came in binary form.
    T accept(T value) {
        return value;
    }

    final PgException invalid(Utf8 text) {
        return NumberErrors.invalidInput(name, text);
    }

    final PgException malformed(String message) {
        return new PgException(SqlState.INVALID_BINARY_REPRESENTATION, message);
    }

    @Override
    public final int oid() {
        return oid;
    }

    @Override
    public final Class<?> carrier() {
        return carrier;
    }

    @Override
    public final Object parse(Utf8 text, int typmod, SessionContext session) {
        return parse(new GeometryParser(text, name), text);
    }

    @Override
    public final void print(Object value, SessionContext session, ByteWriter out) {
        print(carrier.cast(value), new Printer(out, session == null ? 1 : session.extraFloatDigits()));
    }

    @Override
    public final Object receive(ByteReader in, int typmod, SessionContext session) {
        return accept(read(in));
    }

    @Override
    public final void send(Object value, SessionContext session, ByteWriter out) {
        write(carrier.cast(value), out);
    }

    @Override
    public final int storedSize() {
        return size;
    }

    @Override
    public final void store(Object value, ByteWriter out) {
        write(carrier.cast(value), out);
    }

    @Override
    public final Object load(ByteReader in) {
        return read(in);
    }

    static void writePoint(Point point, ByteWriter out) {
        out.putDouble(point.x()).putDouble(point.y());
    }

    static Point readPoint(ByteReader in) {
        return new Point(in.getDouble(), in.getDouble());
    }

    static void writePoints(List<Point> points, ByteWriter out) {
        out.putInt(points.size());
        for (Point point : points) {
            writePoint(point, out);
        }
    }

    final List<Point> readPoints(ByteReader in) {
        int count = in.getInt();
        if (count <= 0 || count > in.remaining()) {
            throw malformed("invalid number of points in external \"" + name + "\" value");
        }
        List<Point> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            points.add(readPoint(in));
        }
        return List.copyOf(points);
    }

    /// @param extraDigits setting `extra_float_digits`
    record Printer(ByteWriter out, int extraDigits) {
        Printer raw(String text) {
            out.putAscii(text);
            return this;
        }

        Printer number(double value) {
            FloatText.print(value, extraDigits, out);
            return this;
        }

        Printer point(Point point) {
            return raw("(").number(point.x()).raw(",").number(point.y()).raw(")");
        }

        Printer points(String open, List<Point> points, String close) {
            raw(open);
            for (int i = 0; i < points.size(); i++) {
                raw(i > 0 ? "," : "").point(points.get(i));
            }
            return raw(close);
        }
    }
}
