/// Rows as values: anonymous records and composite types. Source of behaviour: PostgreSQL 15 `rowtypes.c`.
package io.pglitedb.types.record;
