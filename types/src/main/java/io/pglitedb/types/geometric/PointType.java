package io.pglitedb.types.geometric;

import io.pglitedb.types.Oids;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Point;
import io.pglitedb.types.value.Utf8;

/// point: `(x,y)`.
final class PointType extends GeometricType<Point> {
    PointType() {
        super(Oids.POINT, "point", Point.class, 16);
    }

    @Override
    Point parse(GeometryParser parser, Utf8 text) {
        return parser.point();
    }

    @Override
    void print(Point value, Printer out) {
        out.point(value);
    }

    @Override
    void write(Point value, ByteWriter out) {
        writePoint(value, out);
    }

    @Override
    Point read(ByteReader in) {
        return readPoint(in);
    }
}
