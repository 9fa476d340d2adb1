/// The protocol's messages as records, and their bytes.
package io.pglitedb.wire.message;
