package io.pglitedb.types.geometric;

import io.pglitedb.types.Oids;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.LineSegment;
import io.pglitedb.types.value.Point;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// lseg: `[(x,y),(x,y)]`.
final class SegmentType extends GeometricType<LineSegment> {
    SegmentType() {
        super(Oids.LSEG, "lseg", LineSegment.class, 32);
    }

    @Override
    LineSegment parse(GeometryParser parser, Utf8 text) {
        List<Point> ends = parser.points(2, true).points();
        return new LineSegment(ends.get(0), ends.get(1));
    }

    @Override
    void print(LineSegment value, Printer out) {
        out.points("[", List.of(value.start(), value.end()), "]");
    }

    @Override
    void write(LineSegment value, ByteWriter out) {
        writePoint(value.start(), out);
        writePoint(value.end(), out);
    }

    @Override
    LineSegment read(ByteReader in) {
        return new LineSegment(readPoint(in), readPoint(in));
    }
}
