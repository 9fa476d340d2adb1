/// A session's transaction: blocks, savepoints, modes, and what waits for its end. Start at [TransactionBlock].
package io.pglitedb.executor.transaction;
