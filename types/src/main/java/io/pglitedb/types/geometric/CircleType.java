package io.pglitedb.types.geometric;

import io.pglitedb.types.Oids;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Circle;
import io.pglitedb.types.value.Utf8;

/// circle: `<(x,y),radius>`.
final class CircleType extends GeometricType<Circle> {
    CircleType() {
        super(Oids.CIRCLE, "circle", Circle.class, 24);
    }

    @Override
    Circle parse(GeometryParser parser, Utf8 text) {
        return parser.circle();
    }

    @Override
    void print(Circle value, Printer out) {
        out.raw("<").point(value.center()).raw(",").number(value.radius()).raw(">");
    }

    @Override
    void write(Circle value, ByteWriter out) {
        writePoint(value.center(), out);
        out.putDouble(value.radius());
    }

    @Override
    Circle read(ByteReader in) {
        return new Circle(readPoint(in), in.getDouble());
    }

    @Override
    Circle accept(Circle value) {
        if (value.radius() < 0) {
            throw malformed("invalid radius in external \"circle\" value");
        }
        return value;
    }
}
