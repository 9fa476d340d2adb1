/// Enum types. Source of behaviour: PostgreSQL 15 `enum.c`.
package io.pglitedb.types.enumeration;
