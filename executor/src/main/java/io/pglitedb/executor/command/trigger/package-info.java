/// Commands about triggers.
package io.pglitedb.executor.command.trigger;
