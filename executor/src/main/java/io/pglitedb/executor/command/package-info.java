/// Statements that are no queries. A [io.pglitedb.executor.command.Command] runs one kind of statement; families
/// of them sit in the packages below and are found as services.
package io.pglitedb.executor.command;
