package io.pglitedb.types.json;

import io.pglitedb.types.SqlType;
import io.pglitedb.types.array.ArrayValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes one SQL array of JSON arrays. Where the first value lies that is no array decides on the number of
/// dimensions. Source of the rules: PostgreSQL 15, `populate_array`.
final class JsonToArray {
    private static final int DIMENSIONS_MAX = 6;

    private final JsonToValue values;
    private final SqlType elementType;
    private final String name;
    private final List<Object> elements = new ArrayList<>();
    /// 0 until it is known.
    private int dimensions;
    /// -1 until it is known.
    private final int[] lengths = new int[DIMENSIONS_MAX];
    /// What each dimension has so far.
    private final int[] sizes = new int[DIMENSIONS_MAX];

    /// @param name of the field, for messages
    JsonToArray(JsonToValue values, ArrayValueType type, int typmod, String name) {
        this.values = values;
        this.elementType = new SqlType(type.element().oid(), typmod);
        this.name = name;
        Arrays.fill(lengths, -1);
    }

    PgArray read(JsonSource source) {
        if (!source.isArray()) {
            throw expectedArray(0);
        }
        level(source, 1);
        if (elements.isEmpty()) {
            return PgArray.empty(elementType.oid());
        }
        int[] lowerBounds = new int[dimensions];
        Arrays.fill(lowerBounds, 1);
        return new PgArray(elementType.oid(), Arrays.copyOf(lengths, dimensions), lowerBounds, elements.toArray());
    }

    /// @param depth of the elements, from 1
    private void level(JsonSource source, int depth) {
        if (depth > DIMENSIONS_MAX) {
            throw new PgException(
                    SqlState.PROGRAM_LIMIT_EXCEEDED,
                    "number of array dimensions (%d) exceeds the maximum allowed (%d)"
                            .formatted(depth, DIMENSIONS_MAX));
        }
        for (JsonSource child : source.elements()) {
            if (child.isArray() && (dimensions == 0 || depth < dimensions)) {
                level(child, depth + 1);
                continue;
            }
            dimensions = dimensions == 0 ? depth : dimensions;
            if (depth < dimensions) {
                throw expectedArray(depth);
            }
            elements.add(values.value(child, elementType, name));
            sizes[depth - 1]++;
        }
        dimensions = dimensions == 0 ? depth : dimensions;
        if (depth <= dimensions) {
            close(depth - 1);
        }
    }

    private void close(int dimension) {
        if (lengths[dimension] < 0) {
            lengths[dimension] = sizes[dimension];
        } else if (lengths[dimension] != sizes[dimension]) {
            throw new PgException(SqlState.INVALID_TEXT_REPRESENTATION, "malformed JSON array")
                    .detail("Multidimensional arrays must have sub-arrays with matching dimensions.");
        }
        sizes[dimension] = 0;
        if (dimension > 0) {
            sizes[dimension - 1]++;
        }
    }

    private PgException expectedArray(int depth) {
        StringBuilder place = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            place.append('[').append(sizes[i]).append(']');
        }
        return new PgException(SqlState.INVALID_TEXT_REPRESENTATION, "expected JSON array")
                .hint(
                        depth == 0
                                ? "See the value of key \"%s\".".formatted(name)
                                : "See the array element %s of key \"%s\".".formatted(place, name));
    }
}
