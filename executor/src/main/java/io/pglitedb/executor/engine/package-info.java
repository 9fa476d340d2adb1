/// A data directory opened, with sessions on it. Start at [io.pglitedb.executor.engine.Engine].
package io.pglitedb.executor.engine;
