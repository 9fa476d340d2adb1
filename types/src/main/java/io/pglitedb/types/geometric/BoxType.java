package io.pglitedb.types.geometric;

import io.pglitedb.types.Oids;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Box;
import io.pglitedb.types.value.Point;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// box: `(x,y),(x,y)`, the upper right corner first.
final class BoxType extends GeometricType<Box> {
    BoxType() {
        super(Oids.BOX, "box", Box.class, 32);
    }

    @Override
    Box parse(GeometryParser parser, Utf8 text) {
        List<Point> corners = parser.points(2, false).points();
        return Box.of(corners.get(1), corners.get(0));
    }

    @Override
    void print(Box value, Printer out) {
        out.points("", List.of(value.high(), value.low()), "");
    }

    @Override
    void write(Box value, ByteWriter out) {
        writePoint(value.high(), out);
        writePoint(value.low(), out);
    }

    @Override
    Box read(ByteReader in) {
        return new Box(readPoint(in), readPoint(in));
    }

    @Override
    Box accept(Box value) {
        return Box.of(value.low(), value.high());
    }
}
