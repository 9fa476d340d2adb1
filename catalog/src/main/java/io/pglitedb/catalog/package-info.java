/// pg_catalog as ordinary MVCC tables and typed, cached views of them.
package io.pglitedb.catalog;
