package io.pglitedb.types.geometric;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// point, lseg, line, box, path, polygon, circle.
public final class GeometricFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(
                new PointType(),
                new SegmentType(),
                new LineType(),
                new BoxType(),
                new PathType(),
                new PolygonType(),
                new CircleType());
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(
                Points.class,
                Lines.class,
                Segments.class,
                Nearest.class,
                Boxes.class,
                Paths.class,
                Polygons.class,
                Circles.class);
    }
}
