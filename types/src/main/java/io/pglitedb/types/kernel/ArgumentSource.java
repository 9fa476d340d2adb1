package io.pglitedb.types.kernel;

import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.ObjectVector;
import io.pglitedb.types.vector.Vector;
import java.lang.invoke.MethodType;

/// Where a loop reads an argument from.
enum ArgumentSource {
    /// `int[]`
    INTS,
    /// `long[]`
    LONGS,
    /// `double[]`
    DOUBLES,
    /// the bytes of texts
    TEXTS,
    /// one value for all rows
    CONSTANT,
    /// `Vector.get`
    OBJECTS;

    /// @param parameter of the function: one that takes any object gets carriers
    static ArgumentSource of(Vector vector, Class<?> parameter) {
        return switch (vector) {
            case IntVector _ -> primitive(parameter) ? INTS : OBJECTS;
            case LongVector _ -> primitive(parameter) ? LONGS : OBJECTS;
            case DoubleVector _ -> primitive(parameter) ? DOUBLES : OBJECTS;
            case BytesVector _ -> parameter == Utf8.class ? TEXTS : OBJECTS;
            case ConstantVector _ -> CONSTANT;
            case DecimalVector _, ObjectVector _, DictionaryVector _ -> OBJECTS;
        };
    }

    private static boolean primitive(Class<?> parameter) {
        return MethodType.methodType(parameter).unwrap().returnType().isPrimitive();
    }
}
