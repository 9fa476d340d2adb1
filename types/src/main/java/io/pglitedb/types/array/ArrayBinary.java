package io.pglitedb.types.array;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;

/// The binary form of arrays, shared by int2vector and oidvector.
/// ```
///   dimensions int32 | flags int32, 1 = has nulls | element type int32 | (length int32, lower bound int32)…
///   | (byte count int32, -1 for NULL; bytes)…
/// ```
final class ArrayBinary {
    private ArrayBinary() {}

    static PgArray receive(ByteReader in, ValueType element, int typmod, SessionContext session) {
        int dimensionCount = in.getInt();
        if (dimensionCount < 0) {
            throw invalid("invalid number of dimensions: " + dimensionCount);
        }
        if (dimensionCount > ArrayShape.DIMENSIONS_MAX) {
            throw ArrayShape.tooManyDimensions(dimensionCount);
        }
        int flags = in.getInt();
        if (flags != 0 && flags != 1) {
            throw invalid("invalid array flags");
        }
        int elementOid = in.getInt();
        if (elementOid != element.oid()) {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH,
                    "binary data has array element type %s instead of expected %s"
                            .formatted(Integer.toUnsignedString(elementOid), Integer.toUnsignedString(element.oid())));
        }
        int[] dimensions = new int[dimensionCount];
        int[] lowerBounds = new int[dimensionCount];
        for (int i = 0; i < dimensionCount; i++) {
            dimensions[i] = in.getInt();
            lowerBounds[i] = in.getInt();
        }
        int count = ArrayShape.elementCount(dimensions);
        ArrayShape.checkBounds(dimensions, lowerBounds);
        if (count == 0) {
            return PgArray.empty(element.oid());
        }
        if (count > in.remaining() / 4) {
            throw invalid("insufficient data left in message");
        }
        Object[] elements = new Object[count];
        ByteReader item = new ByteReader(in.array(), 0, 0);
        for (int i = 0; i < count; i++) {
            int length = in.getInt();
            if (length < -1 || length > in.remaining()) {
                throw invalid("insufficient data left in message");
            }
            if (length >= 0) {
                item.wrap(in.array(), in.position(), length);
                in.skip(length);
                elements[i] = element.receive(item, typmod, session);
                if (item.remaining() > 0) {
                    throw invalid("improper binary format in array element " + (i + 1));
                }
            }
        }
        return new PgArray(element.oid(), dimensions, lowerBounds, elements);
    }

    static void send(PgArray array, ValueType element, SessionContext session, ByteWriter out) {
        out.putInt(array.dimensions().length)
                .putInt(ArrayValueType.hasNull(array.elements()) ? 1 : 0)
                .putInt(element.oid());
        for (int i = 0; i < array.dimensions().length; i++) {
            out.putInt(array.dimensions()[i]).putInt(array.lowerBounds()[i]);
        }
        for (Object each : array.elements()) {
            if (each == null) {
                out.putInt(-1);
                continue;
            }
            int start = out.size();
            out.putInt(0);
            element.send(each, session, out);
            out.setInt(start, out.size() - start - 4);
        }
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_BINARY_REPRESENTATION, message);
    }
}
