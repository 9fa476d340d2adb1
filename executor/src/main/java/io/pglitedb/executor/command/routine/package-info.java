/// CREATE FUNCTION and PROCEDURE, CALL.
package io.pglitedb.executor.command.routine;
