/// What is known of a segment outside its file, and the bytes in which the manifest keeps it.
package io.pglitedb.columnstore.descriptor;
