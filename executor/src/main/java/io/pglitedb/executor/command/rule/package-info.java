/// Rewrite rules.
package io.pglitedb.executor.command.rule;
