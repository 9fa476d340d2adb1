/// Large objects: byte strings of up to 4 TB with an OID, kept in pg_largeobject in pages of 2 KB. Start at
/// [io.pglitedb.executor.largeobject.LargeObjects]. They are read as of the newest commit, not of the
/// transaction's snapshot.
package io.pglitedb.executor.largeobject;
