package io.pglitedb.types.geometric;

import io.pglitedb.types.Oids;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Polygon;
import io.pglitedb.types.value.Utf8;

/// polygon: `((x,y),…)`.
final class PolygonType extends GeometricType<Polygon> {
    PolygonType() {
        super(Oids.POLYGON, "polygon", Polygon.class, -1);
    }

    @Override
    Polygon parse(GeometryParser parser, Utf8 text) {
        return Polygon.of(parser.points(false).points());
    }

    @Override
    void print(Polygon value, Printer out) {
        out.points("(", value.points(), ")");
    }

    @Override
    void write(Polygon value, ByteWriter out) {
        writePoints(value.points(), out);
    }

    @Override
    Polygon read(ByteReader in) {
        return Polygon.of(readPoints(in));
    }
}
