/// How a client proves who it is.
package io.pglitedb.wire.authentication;
