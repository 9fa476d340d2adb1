/// Commands made of a query.
package io.pglitedb.executor.command.query;
