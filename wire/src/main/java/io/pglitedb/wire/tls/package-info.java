/// The server's certificate.
package io.pglitedb.wire.tls;
