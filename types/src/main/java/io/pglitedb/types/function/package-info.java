/// A SQL function is one public static Java method with `@Prosrc`, found by the name that its `pg_proc` row has
/// in `prosrc`; one that PostgreSQL writes in SQL by its signature, `lpad(text, integer)`. A strict function
/// takes primitives and never sees null; a non-strict one takes boxed values and sees Java null for SQL NULL;
/// either may return null, boxed, for SQL NULL. `CallContext` comes first where it is wanted. VARIADIC "any"
/// arrives as `Object[]`. A set-returning function returns an `Iterator<Object>`, its rows as `Object[]` when the
/// result has several columns. Transition and final functions of aggregates are such methods too.
package io.pglitedb.types.function;
