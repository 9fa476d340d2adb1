/// SQL functions about the session and the server: settings, transactions, activity, locks, sequences. Bound to
/// `pg_proc` by `prosrc`, as all functions; they find the session by `SessionContext.as(Backend.class)`.
package io.pglitedb.executor.function;
