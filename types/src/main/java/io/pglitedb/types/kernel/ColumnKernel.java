package io.pglitedb.types.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a public static method that computes whole columns with a strict function named as in `@Prosrc`: its
/// parameters are as many `Vector`s, a `Selection` of rows without a NULL argument and the `long[]` of rows with
/// one; it returns a `Vector`, or, for a predicate, the `Selection` of true rows. It returns null for arguments
/// that it leaves to the function, whose values it must give otherwise. Rows that are not selected hold anything.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ColumnKernel {
    String[] value();
}
