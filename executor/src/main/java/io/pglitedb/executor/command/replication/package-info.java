/// Publications and subscriptions: objects of the catalog. Nothing is replicated: what would connect to another
/// server fails with 0A000.
package io.pglitedb.executor.command.replication;
