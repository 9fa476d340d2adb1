/// Protocol v3 over Netty: framing, authentication, portals, COPY, cancel.
package io.pglitedb.wire;
