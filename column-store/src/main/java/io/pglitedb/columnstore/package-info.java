/// Segment writer and reader, zone maps, decoded-column cache.
package io.pglitedb.columnstore;
