package io.pglitedb.types.geometric;

import io.pglitedb.types.Oids;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.GeometricPath;
import io.pglitedb.types.value.Utf8;

/// path: `((x,y),…)` when closed, `[(x,y),…]` when open.
final class PathType extends GeometricType<GeometricPath> {
    PathType() {
        super(Oids.PATH, "path", GeometricPath.class, -1);
    }

    @Override
    GeometricPath parse(GeometryParser parser, Utf8 text) {
        return parser.path();
    }

    @Override
    void print(GeometricPath value, Printer out) {
        out.points(value.closed() ? "(" : "[", value.points(), value.closed() ? ")" : "]");
    }

    @Override
    void write(GeometricPath value, ByteWriter out) {
        out.putByte(value.closed() ? 1 : 0);
        writePoints(value.points(), out);
    }

    @Override
    GeometricPath read(ByteReader in) {
        return new GeometricPath(in.getByte() != 0, readPoints(in));
    }
}
