/// Looks whether everything that is stored fits together: `pglitedb check`, and tests. Start at
/// [io.pglitedb.executor.check.StoreCheck].
package io.pglitedb.executor.check;
