/// Types of values that only the server makes: they are printed, stored and copied, never read from a client.
package io.pglitedb.types.opaque;
