/// pg_snapshot and txid_snapshot, which are one type under two names.
package io.pglitedb.types.snapshot;
