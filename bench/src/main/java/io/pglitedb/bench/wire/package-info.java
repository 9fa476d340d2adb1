/// What the protocol alone can do: a server whose sessions do nothing.
package io.pglitedb.bench.wire;
