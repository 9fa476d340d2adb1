package io.pglitedb.types.geometric;

import io.pglitedb.types.Oids;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Line;
import io.pglitedb.types.value.Point;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// line: `{a,b,c}`, or two points of it.
final class LineType extends GeometricType<Line> {
    LineType() {
        super(Oids.LINE, "line", Line.class, 24);
    }

    @Override
    Line parse(GeometryParser parser, Utf8 text) {
        Line line = parser.lineEquation();
        if (line != null) {
            if (isDegenerate(line)) {
                throw new PgException(SqlState.INVALID_TEXT_REPRESENTATION, DEGENERATE);
            }
            return line;
        }
        List<Point> points = parser.points(2, true).points();
        if (Points.same(points.get(0), points.get(1))) {
            throw new PgException(
                    SqlState.INVALID_TEXT_REPRESENTATION, "invalid line specification: must be two distinct points");
        }
        return Lines.through(points.get(0), points.get(1));
    }

    @Override
    void print(Line value, Printer out) {
        out.raw("{")
                .number(value.a())
                .raw(",")
                .number(value.b())
                .raw(",")
                .number(value.c())
                .raw("}");
    }

    @Override
    void write(Line value, ByteWriter out) {
        out.putDouble(value.a()).putDouble(value.b()).putDouble(value.c());
    }

    @Override
    Line read(ByteReader in) {
        return new Line(in.getDouble(), in.getDouble(), in.getDouble());
    }

    private static final String DEGENERATE = "invalid line specification: A and B cannot both be zero";

    private static boolean isDegenerate(Line line) {
        return Fuzzy.zero(line.a()) && Fuzzy.zero(line.b());
    }

    @Override
    Line accept(Line value) {
        if (isDegenerate(value)) {
            throw malformed(DEGENERATE);
        }
        return value;
    }
}
