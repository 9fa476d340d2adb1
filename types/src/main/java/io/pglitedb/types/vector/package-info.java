/// Columns of up to 4,096 values on heap arrays: what the vectorized engine computes with and the column store
/// reads into.
/// ```
///   carrier (see types/package-info)       form                  vector, besides `nulls` and `length`
///   Boolean Byte Short Integer             BOOLEAN … INTEGER     IntVector     int[] values, false 0, true 1
///   Long                                   LONG                  LongVector    long[] values
///   Float Double                           FLOAT DOUBLE          DoubleVector  double[] values
///   Utf8 Bytes                             UTF8 BYTES            BytesVector   byte[] bytes, int[] starts
///   Numeric                                NUMERIC               DecimalVector long[] unscaled, one display scale
///   everything else                        OBJECT                ObjectVector  Object[] carriers
///   any of them, also                                            DictionaryVector  int[] codes into a dictionary
///                                                                ConstantVector    one carrier for all rows
///                                                                ObjectVector      what does not fit its own class
/// ```
/// Start at `Vector` and `VectorForm`, which says the form of a type. `VectorBuilder` makes vectors of carriers.
///
/// Invariants: vectors and selections are not changed once given out, their arrays are shared freely. Arrays may
/// be longer than the vector. A null slot holds any value of the array's type that is safe to compute with (a
/// valid code, starts that ascend).
/// Nulls: bit `row % 64` of word `row / 64` is set where the row is NULL; the array is Java null when no row is.
package io.pglitedb.types.vector;
