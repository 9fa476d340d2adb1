/// SQL types as Parquet's physical and logical types: what of a column other tools can read, and how nothing is
/// lost.
/// ```
///   carrier                            physical              logical                    form
///   Boolean                            BOOLEAN                                          IntegerForm
///   Byte Short Integer                 INT32                 INT(8|16|32, signed?)      IntegerForm
///   date                               INT32                 DATE                       IntegerForm, shifted to 1970
///   Long                               INT64                 INT(64, signed?)           IntegerForm
///   time, timestamp, timestamptz       INT64                 TIME, TIMESTAMP in µs      IntegerForm, shifted to 1970
///   Float Double                       FLOAT DOUBLE                                     FloatForm
///   Numeric, one scale, ≤ 18 digits    INT64                 DECIMAL                    DecimalForm
///   Numeric, one scale, ≤ 38 digits    FIXED(16)             DECIMAL                    WideDecimalForm
///   Utf8                               BYTE_ARRAY            STRING, JSON for json      TextForm
///   jsonb                              BYTE_ARRAY            JSON                       JsonbForm
///   bytea                              BYTE_ARRAY                                       TextForm
///   uuid                               FIXED(16)             UUID                       UuidForm
///   everything else                    BYTE_ARRAY            ValueType.store            StoredForm
/// ```
/// A value that has no place in its column's form (infinity among timestamps, NaN or another scale among
/// decimals) is NULL there and stands, as `ValueType.store` writes it, in an *exceptions column* beside: `name` +
/// `EXCEPTIONS_SUFFIX`. A file has exceptions columns only for the columns that need them.
package io.pglitedb.columnstore.form;
