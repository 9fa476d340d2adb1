/// How tables and indexes of the catalog lie in the row store: rows decoded to what a scan asks for, keys and
/// values of index entries made and read. docs/storage-format.md draws the bytes.
package io.pglitedb.executor.row.table;
