/// Decoded pages and dictionaries, kept in memory up to one budget of bytes for the whole server.
package io.pglitedb.columnstore.cache;
