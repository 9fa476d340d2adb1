/// What a segment's columns are called, hold and are known by.
package io.pglitedb.columnstore.schema;
