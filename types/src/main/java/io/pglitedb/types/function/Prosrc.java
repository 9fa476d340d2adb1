package io.pglitedb.types.function;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Binds a public static method to the `pg_proc` rows that have this `prosrc`. Parameters and result are the carriers
/// of the SQL types; see `package-info`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Prosrc {
    String[] value();
}
