/// The shape of pg_catalog's tables and their rows, untyped: what both the facts and the stored catalog consist
/// of.
/// `SystemTables` knows every table, `SystemRow` is one row with access by column name.
package io.pglitedb.catalog.system;
