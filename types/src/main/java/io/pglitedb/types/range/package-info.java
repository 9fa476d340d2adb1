/// Ranges and multiranges over any subtype. Start at `RangeValueType`, which holds a range type's algebra;
/// user-defined range types are further instances of it. Functions find the type of a value by the OID that it
/// carries.
package io.pglitedb.types.range;
